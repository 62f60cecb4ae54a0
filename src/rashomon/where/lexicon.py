"""The words beside a name that tell what it names: kinds of place, prepositions, titles, organisations."""

from rashomon.records import PlaceKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PROVINCE = frozenset({PlaceKind.PROVINCE, PlaceKind.REGION})
_DISTRICT = frozenset({PlaceKind.DISTRICT})
_TOWN = frozenset({PlaceKind.SETTLEMENT})
SITE = frozenset({PlaceKind.SITE})
_REGION = frozenset({PlaceKind.REGION, PlaceKind.PROVINCE})
_SEA = frozenset({PlaceKind.SEA})

_PROVINCE_WORDS = (
    "province provinces governorate governorates oblast region regions state states prefecture voivodship emirate"
)

_DISTRICT_WORDS = (
    "district districts county counties parish municipality subdistrict sub-district department departments "
    "commune tehsil taluka woreda locality raion upazila canton cercle division subdivision township"
)

_TOWN_WORDS = "city cities town towns village villages hamlet settlement port"
_AREA_WORDS = (
    "valley peninsula desert plateau basin highlands belt strip heights hills mountains forest island islands delta"
)
_SITE_WORDS = (
    "airport airbase airfield base field plant pass crossing dam prison camp barracks refinery university "
    "hospital checkpoint port  bridge stadium garrison outpost aerodrome bazaar market mosque church cathedral "
    "monastery hotel "
)

_SEA_WORDS = "sea gulf strait ocean bay channel"
KIND_AFTER: dict[str, frozenset[PlaceKind]] = (
    dict.fromkeys(_words(_SITE_WORDS), SITE)
    | dict.fromkeys(_words(_TOWN_WORDS), _TOWN)
    | dict.fromkeys(_words(_AREA_WORDS), _REGION)
    | dict.fromkeys(_words(_SEA_WORDS), _SEA)
    | dict.fromkeys(_words(_DISTRICT_WORDS), _DISTRICT)
    | dict.fromkeys(_words(_PROVINCE_WORDS), _PROVINCE)
)
KIND_BEFORE: dict[str, frozenset[PlaceKind]] = KIND_AFTER | {"capital": _TOWN, "outskirts": _TOWN, "suburb": _TOWN}

ARTICLES = _words("al el ul ad ed ash esh as es ar er an at et az ez adh edh ath eth il")
# Lower-case words that may stand inside a name.
CONNECTORS = ARTICLES | _words("of de del da do dos du des la le les los las and y ibn bin e i upon on the d")
DIRECTIONS = _words(
    "north south east west northern southern eastern western central northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern north-east north-west south-east south-west upper lower "
    "greater inner outer middle mid new old"
)
LOCATIVE = _words(
    "in at near from to around outside toward towards across between into inside over through via of on off "
    "throughout within beyond above along leaving entering reached bordering neighbouring neighboring nearby"
)
# Prepositions after which a capitalised word is hardly anything but a place.
STANDS_IN = _words("in near at outside around nearby")
# "far from X", "close to X", "north of X", "10 km from X": with these before it, a preposition needs a place.
AFTER_SIDE = _words("from to of")
SIDES = _words("far close next adjacent away outskirts edge centre center km kilometres kilometers miles town village")
# Lower-case words between a name and its kind: "al-Asad air base", "al-Hol refugee camp".
KIND_QUALIFIERS = _words("air naval military army border refugee displacement oil gas international nuclear power")
TITLES = _words(
    "president minister mr mrs ms dr gen general col colonel lt lieutenant maj major capt captain sgt sergeant "
    "sheikh shaikh mullah maulana imam ayatollah prince princess king queen senator sen rep congressman governor "
    "gov secretary ambassador judge justice sir lord lady rev father sister brother professor prof commander "
    "brigadier brig adm admiral cpl corporal pvt mayor sheriff officer detective chief coach premier chancellor "
    "pope bishop archbishop cardinal abu umm bin ibn abd"
)
# Capitalised words after a toponym that make an organisation of it.
ORGANISATIONS = _words(
    "times post news tv television radio herald tribune journal gazette telegraph observer star sun mail press "
    "daily weekly bank airlines airways inc corp co ltd llc fc afc united club bulls lions tigers eagles cowboys "
    "giants party front movement brigade brigades army liberation militia federation fund institute foundation "
    "association group holdings company insurance motors college league championship cup open marathon convention "
    "accords agreement treaty protocol summit workers' workers fighters congress broadcasting online today "
    "magazine"
)
# Capitalised words before "of X" that make an organisation of it.
BODIES_OF = _words(
    "bank bishop archbishop patriarch church times voice duke duchess earl prince party institute federation fund "
    "college house battle treaty friends sons sea"
)
# Words that say what kind of thing is named and are no name alone.
GENERIC = frozenset(
    DIRECTIONS
    | KIND_AFTER.keys()
    | ARTICLES
    | TITLES
    | _words(
        "the a an and of in at on for to lake mount river road street avenue highway gulf ocean county point center "
        "centre park school high fort camp saint san santa santo de la le los las del"
    )
)
# Never a place, whatever the parse says: days, months, holidays, peoples and bodies after which towns are called too.
NEVER = _words(
    "god jan feb mar apr aug sept sep oct nov dec january february march april may june july august september "
    "october november december monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu "
    "thurs fri sat sun christmas easter passover ramadan eid ashura nowruz hanukkah olympic olympics police army "
    "islam state government house senate congress parliament duma knesset majlis democrat democrats republican "
    "republicans labour royal arab arabs jewish jew jews christian christians muslim muslims islamic sunni shia "
    "shiite hindu hindus buddhist catholic protestant orthodox kurd kurds kurdish alawite druze yazidi pashtun "
    "hazara uzbek tuareg fulani hausa european europeans african africans asian asians latin western eastern "
    "english scottish welsh arabic hamas fatah hezbollah isis isil daesh taliban nato un unicef unhcr who fda cdc "
    "cia fbi nsa bbc cnn afp upi sens rep reps swat dna tnt ied ak rpg usda epa ngo ngos mps mp ceo pm am reuters "
    "xinhua mena sana saba tass irna isna wafa dpa ria interfax anadolu sputnik houthi houthis boko haram pmf idf "
    "irgc wagner unami nema katyusha telegram twitter facebook defense defence justice interior health education "
    "civil military counter twenty thirty forty fifty sixty seventy eighty ninety hundred thousand cross crescent "
    "coalition prophet allah "
)
# Languages (ISO 639) whose names reach English through transliteration, differently from newsroom to newsroom.
TRANSLITERATED = _words("ar fa ps ur ku he am ti so ru uk ka hy ckb dv bn hi ne my ug tg kk ky uz az prs")
# Words before "capital" that make another thing of it than a country's, and words after that make money of it.
OTHER_CAPITALS = _words(
    "provincial regional state district county former financial commercial cultural economic historic working human "
    "venture political foreign seed fresh"
)
MONEY = _words("punishment gains market markets investment crime murder charges flows")
# Lemmas of verbs that only a government named by its country or capital can be the subject of.
SPEAKS = _words(
    "say deny accuse blame claim announce condemn warn urge vow reject confirm insist declare admit acknowledge state "
    "threaten demand pledge respond comment describe call maintain allege"
)
