import { table } from '../../../kernel/words/table.ts';

/** EPPO codes of the plants most traded in the region; others are shown by their code. */
export const plants = table(`
LYPES | pomidor | томат | tomato
CUMSA | xiyar | огурец | cucumber
CPSAN | bibər | перец | pepper
SOLME | badımcan | баклажан | aubergine
SOLTU | kartof | картофель | potato
ALLCE | baş soğan | лук репчатый | onion
ALLSA | sarımsaq | чеснок | garlic
CIULA | qarpız | арбуз | watermelon
CUMME | yemiş | дыня | melon
MABSD | alma | яблоня | apple
PYUCO | armud | груша | pear
CYDOB | heyva | айва | quince
PRNAV | gilas | черешня | sweet cherry
PRNCE | albalı | вишня | sour cherry
PRNPS | şaftalı | персик | peach
PRNAR | ərik | абрикос | apricot
PRNDO | gavalı | слива | plum
DOSKA | Şərq xurması | хурма восточная | persimmon
PUNGR | nar | гранат | pomegranate
VITVI | üzüm | виноград | grapevine
CYLAV | fındıq | лещина (фундук) | hazel
IUGRE | qoz | орех грецкий | walnut
FRAAN | bağ çiyələyi | земляника садовая | strawberry
TRZAX | buğda | пшеница | wheat
HORVX | arpa | ячмень | barley
ZEAMX | qarğıdalı | кукуруза | maize
`);

/** EPPO codes of pests most looked for in them. */
export const pests = table(`
* | bütün zərərli orqanizmlər | все вредные организмы | all pests
TOBRFV | pomidor meyvəsinin qəhvəyi qırışıqlıq virusu | вирус коричневой морщинистости плодов томата | tomato brown rugose fruit virus
PEPMV0 | pepino mozaika virusu | вирус мозаики пепино | pepino mosaic virus
GNORAB | Cənubi Amerika pomidor güvəsi | южноамериканская томатная моль | tomato leafminer
LASPMO | şərq meyvə güvəsi | восточная плодожорка | oriental fruit moth
CARSSA | şaftalı meyvəyeyəni | персиковая плодожорка | peach fruit moth
CERTCA | Aralıq dənizi meyvə milçəyi | средиземноморская плодовая муха | Mediterranean fruit fly
DROSSU | ləkəqanad drozofil | пятнистокрылая дрозофила | spotted wing drosophila
QUADPE | Kaliforniya yastıcası | калифорнийская щитовка | San José scale
FRANOC | qərb çiçək tripsi | западный цветочный трипс | western flower thrips
BEMITA | tütün ağqanadlısı | табачная белокрылка | tobacco whitefly
HALYHA | mərmər bağacıq | коричнево-мраморный клоп | brown marmorated stink bug
ERWIAM | bakterial yanıq | бактериальный ожог плодовых | fire blight
PPV000 | gavalı çiçəyi virusu | вирус шарки слив | plum pox virus
`);
