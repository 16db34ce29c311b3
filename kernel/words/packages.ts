import { table } from './table.ts';

/** UNECE Rec. 21: packages in which goods of the corridors travel; others are shown by their code. */
export const packageWords = table(`
43 | iri kisə (biq-beq) | мешок сверхбольшой (биг-бэг) | bag, super bulk
44 | polietilen torba | мешок полиэтиленовый | bag, polybag
4C | taxta qutu | ящик из естественной древесины | box, natural wood
4D | faner qutu | ящик из фанеры | box, plywood
4F | preslənmiş taxta qutu | ящик из древесного материала | box, reconstituted wood
4G | karton qutu | ящик из фибрового картона | box, fibreboard
4H | plastik qutu | ящик пластмассовый | box, plastic
5H | toxunma plastik kisə | мешок из полимерной ткани | bag, woven plastic
5L | parça kisə | мешок тканевый | bag, textile
5M | kağız kisə | мешок бумажный | bag, paper
7B | taxta yeşik | ящик деревянный | case, wooden
8A | taxta altlıq | поддон деревянный | pallet, wooden
8B | taxta qəfəs qutu | ящик решётчатый деревянный | crate, wooden
8C | taxta bağlama | связка деревянная | bundle, wooden
BE | dəst | связка | bundle
BG | torba | мешок | bag
BH | dəstə | пучок | bunch
BI | iri qutu (bin) | контейнер-ящик (бин) | bin
BK | səbət | корзина | basket
BN | sıxılmamış tay | кипа непрессованная | bale, non-compressed
BL | sıxılmış tay | кипа прессованная | bale, compressed
BX | qutu | коробка | box
CR | qəfəs qutu | ящик решётчатый | crate
CS | yeşik | ящик | case
CT | karton | картонка | carton
DR | çəllək | барабан | drum
EC | plastik torba | пакет пластмассовый | bag, plastic
FC | meyvə qutusu | ящик для фруктов | crate, fruit
JB | cambo torba | мешок большой | bag, jumbo
JT | kətan kisə | мешок джутовый | jutebag
LG | tir | бревно | log
LU | lotok qutu | ящик-лоток | lug
NE | qablaşdırılmamış | без упаковки | unpacked or unpackaged
NT | tor | сетка | net
PC | bağlama | посылка | parcel
PK | bağlama yeri | упаковочное место | package
PN | taxta lövhə | доска толстая | plank
PP | ədəd | штука | piece
PT | dibçək | горшок | pot
PU | altlıq qab | лоток | tray
PX | altlıq | поддон | pallet
RO | rulon | рулон | roll
SA | kisə | куль | sack
VL | maye, tökmə | наливом | bulk, liquid
VR | dənəvər, tökmə | насыпью, гранулы | bulk, solid, granular particles
VO | iri hissəli, tökmə | навалом, крупные частицы | bulk, solid, large particles
VY | narın, tökmə | насыпью, порошок | bulk, solid, fine particles
ZZ | qarşılıqlı müəyyən edilmiş | по взаимному определению | mutually defined
`);
