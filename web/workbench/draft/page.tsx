export function DraftPage() {
  return <h1>DraftPage</h1>;
}
