// Verifies a log that Samur wrote to a folder, with golang.org/x/mod/sumdb and none of Samur's code.
//
//	go run . <folder>
//
// The folder holds the C2SP tlog-tiles layout, and for the questions to ask: keys (origin vkey, mirror vkey),
// proofs.json (inclusion and consistency proofs that Samur made) and checkpoints/<size> (signed notes).
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type proofs struct {
	Inclusion []struct {
		Index, Size int64
		Proof       []string
	}
	Consistency []struct {
		OldSize, NewSize int64
		Proof            []string
	}
}

func main() {
	if len(os.Args) != 2 {
		fail(errors.New("usage: go run . <folder>"))
	}
	if err := run(os.Args[1]); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func run(folder string) error {
	keys, err := os.ReadFile(filepath.Join(folder, "keys"))
	if err != nil {
		return err
	}
	vkeys := strings.Fields(string(keys))
	log, err := note.NewVerifier(vkeys[0])
	if err != nil {
		return fmt.Errorf("log key: %w", err)
	}
	mirror, err := newCosigner(vkeys[1])
	if err != nil {
		return fmt.Errorf("mirror key: %w", err)
	}
	size, root, err := checkpoint(filepath.Join(folder, "checkpoint"), log, mirror)
	if err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	if mirror.time != 1_795_000_000 {
		return fmt.Errorf("cosignature time is %d", mirror.time)
	}
	// Tiles: the reader recomputes every tile that it touches up to the root.
	reader := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, &tiles{folder})
	entries, err := entryBundles(folder, size)
	if err != nil {
		return err
	}
	if err := everyLeaf(reader, entries); err != nil {
		return err
	}
	counted, err := allTiles(folder, size, reader)
	if err != nil {
		return err
	}
	included, consistent, err := checkProofs(folder, reader, entries, log)
	if err != nil {
		return err
	}
	fmt.Printf("%d entries, %d tiles, %d inclusion and %d consistency proofs\n", size, counted, included, consistent)
	return nil
}

func checkpoint(path string, verifiers ...note.Verifier) (int64, tlog.Hash, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return 0, tlog.Hash{}, err
	}
	opened, err := note.Open(text, note.VerifierList(verifiers...))
	if err != nil {
		return 0, tlog.Hash{}, err
	}
	if len(opened.Sigs) != len(verifiers) {
		return 0, tlog.Hash{}, fmt.Errorf("%d of %d signatures verify", len(opened.Sigs), len(verifiers))
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifiers[0].Name() {
		return 0, tlog.Hash{}, fmt.Errorf("unexpected text %q", opened.Text)
	}
	var size int64
	if _, err := fmt.Sscanf(lines[1], "%d", &size); err != nil {
		return 0, tlog.Hash{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return size, root, err
}

// cosigner verifies C2SP cosignature/v1, signature type 0x04, which x/mod does not know.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
	time uint64
}

func newCosigner(vkey string) (*cosigner, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, fmt.Errorf("bad vkey %q", vkey)
	}
	raw, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(raw) != 33 || raw[0] != 4 {
		return nil, fmt.Errorf("bad key in %q", vkey)
	}
	id := sha256.Sum256(append([]byte(parts[0]+"\n"), raw...))
	if fmt.Sprintf("%x", id[:4]) != parts[1] {
		return nil, fmt.Errorf("bad key id in %q", vkey)
	}
	return &cosigner{name: parts[0], hash: binary.BigEndian.Uint32(id[:4]), key: raw[1:]}, nil
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.hash }
func (c *cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 72 {
		return false
	}
	c.time = binary.BigEndian.Uint64(sig)
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", c.time, msg)
	return ed25519.Verify(c.key, []byte(signed), sig[8:])
}

type tiles struct{ folder string }

func (t *tiles) Height() int                         { return 8 }
func (t *tiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (t *tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range wanted {
		content, err := os.ReadFile(filepath.Join(t.folder, c2spPath(tile)))
		if err != nil {
			return nil, err
		}
		data = append(data, content)
	}
	return data, nil
}

// c2spPath drops the tile height that x/mod puts into its paths.
func c2spPath(tile tlog.Tile) string {
	path := tile.Path()
	if tile.L == -1 {
		return strings.Replace(path, "tile/8/data/", "tile/entries/", 1)
	}
	return strings.Replace(path, "tile/8/", "tile/", 1)
}

func entryBundles(folder string, size int64) ([][]byte, error) {
	var entries [][]byte
	for n := int64(0); n*256 < size; n++ {
		width := size - n*256
		if width > 256 {
			width = 256
		}
		bundle, err := os.ReadFile(filepath.Join(folder, c2spPath(tlog.Tile{H: 8, L: -1, N: n, W: int(width)})))
		if err != nil {
			return nil, err
		}
		for i := int64(0); i < width; i++ {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return nil, fmt.Errorf("entry bundle %d is cut short", n)
			}
			length := int(binary.BigEndian.Uint16(bundle))
			entries = append(entries, bundle[2:2+length])
			bundle = bundle[2+length:]
		}
		if len(bundle) != 0 {
			return nil, fmt.Errorf("entry bundle %d is too long", n)
		}
	}
	return entries, nil
}

func everyLeaf(reader tlog.HashReader, entries [][]byte) error {
	var indexes []int64
	for i := range entries {
		indexes = append(indexes, tlog.StoredHashIndex(0, int64(i)))
	}
	hashes, err := reader.ReadHashes(indexes)
	if err != nil {
		return fmt.Errorf("tiles: %w", err)
	}
	for i, entry := range entries {
		if hashes[i] != tlog.RecordHash(entry) {
			return fmt.Errorf("entry %d is not what its tile says", i)
		}
	}
	return nil
}

// allTiles compares each tile file with what x/mod computes for it, and looks for files that should not be there.
func allTiles(folder string, size int64, reader tlog.HashReader) (int, error) {
	expected := map[string]bool{}
	for _, tile := range tlog.NewTiles(8, 0, size) {
		want, err := tlog.ReadTileData(tile, reader)
		if err != nil {
			return 0, err
		}
		path := c2spPath(tile)
		got, err := os.ReadFile(filepath.Join(folder, path))
		if err != nil {
			return 0, err
		}
		if !bytes.Equal(got, want) {
			return 0, fmt.Errorf("%s differs", path)
		}
		expected[path] = true
	}
	err := filepath.WalkDir(filepath.Join(folder, "tile"), func(path string, file os.DirEntry, err error) error {
		if err != nil || file.IsDir() {
			return err
		}
		relative, err := filepath.Rel(folder, path)
		if err == nil && !strings.HasPrefix(relative, "tile/entries/") && !expected[relative] {
			err = fmt.Errorf("unexpected tile %s", relative)
		}
		return err
	})
	return len(expected), err
}

func checkProofs(folder string, reader tlog.HashReader, entries [][]byte, log note.Verifier) (int, int, error) {
	text, err := os.ReadFile(filepath.Join(folder, "proofs.json"))
	if err != nil {
		return 0, 0, err
	}
	var given proofs
	if err := json.Unmarshal(text, &given); err != nil {
		return 0, 0, err
	}
	rootAt := func(size int64) (tlog.Hash, error) {
		signed, root, err := checkpoint(filepath.Join(folder, "checkpoints", fmt.Sprint(size)), log)
		if err != nil {
			return root, err
		}
		own, err := tlog.TreeHash(size, reader)
		if err == nil && (own != root || signed != size) {
			err = fmt.Errorf("root at size %d differs", size)
		}
		return root, err
	}
	for _, p := range given.Inclusion {
		root, err := rootAt(p.Size)
		if err != nil {
			return 0, 0, err
		}
		hashes, err := parseHashes(p.Proof)
		if err != nil {
			return 0, 0, err
		}
		if err := tlog.CheckRecord(tlog.RecordProof(hashes), p.Size, root, p.Index, tlog.RecordHash(entries[p.Index])); err != nil {
			return 0, 0, fmt.Errorf("inclusion of %d in %d: %w", p.Index, p.Size, err)
		}
	}
	for _, p := range given.Consistency {
		oldRoot, err := rootAt(p.OldSize)
		if err != nil {
			return 0, 0, err
		}
		newRoot, err := rootAt(p.NewSize)
		if err != nil {
			return 0, 0, err
		}
		hashes, err := parseHashes(p.Proof)
		if err != nil {
			return 0, 0, err
		}
		if err := tlog.CheckTree(tlog.TreeProof(hashes), p.NewSize, newRoot, p.OldSize, oldRoot); err != nil {
			return 0, 0, fmt.Errorf("consistency of %d with %d: %w", p.OldSize, p.NewSize, err)
		}
	}
	return len(given.Inclusion), len(given.Consistency), nil
}

func parseHashes(texts []string) ([]tlog.Hash, error) {
	hashes := []tlog.Hash{}
	for _, text := range texts {
		hash, err := tlog.ParseHash(text)
		if err != nil {
			return nil, err
		}
		hashes = append(hashes, hash)
	}
	return hashes, nil
}
