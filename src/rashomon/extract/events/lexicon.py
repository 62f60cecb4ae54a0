"""Words for violent events, and what kind of event each suggests.

The kinds follow ACLED's sub-event types; GENERAL words ("incident", "operation") suggest none. A word is listed under
the kind that it suggests when nothing else is said: "strike" from the air, "raid" an attack on the ground.
"""

from enum import StrEnum


class Kind(StrEnum):
    """What kind of event a word suggests."""

    AIR = "air"
    SHELL = "shell"
    BOMB = "bomb"
    BLAST = "blast"
    SUICIDE = "suicide"
    GRENADE = "grenade"
    CHEMICAL = "chemical"
    CLASH = "clash"
    ATTACK = "attack"
    ABDUCT = "abduct"
    INTERCEPT = "intercept"
    LOOT = "loot"
    KILL = "kill"
    WOUND = "wound"
    GENERAL = "general"


_NOUNS = {
    Kind.AIR: "airstrike air-strike strike airstrikes sortie bombardment bombing-raid",
    Kind.SHELL: "shelling barrage salvo shellfire mortaring rocketing missile rocket mortar shell volley cannonade",
    Kind.BOMB: "bomb bombing ied landmine mine car-bomb detonation",
    Kind.BLAST: "blast explosion",
    Kind.SUICIDE: "bomber self-immolation",
    Kind.GRENADE: "grenade",
    Kind.CHEMICAL: "gassing",
    Kind.CLASH: "clash battle fighting firefight gunfight gunbattle skirmish combat shootout encounter crossfire "
    "exchange offensive shoot-out gun-battle fight counterattack counter-attack counteroffensive flare-up",
    Kind.ATTACK: "attack assault ambush raid shooting massacre stabbing onslaught rampage incursion siege "
    "assassination "
    "murder execution beheading lynching slaughter atrocity gunfire killing drive-by hit-and-run attempt "
    "slaying carnage bloodbath pogrom decapitation fusillade strafing stoning hold-up",
    Kind.ABDUCT: "kidnapping abduction hostage-taking kidnap hijacking",
    Kind.INTERCEPT: "interception",
    Kind.LOOT: "arson looting",
    Kind.KILL: "death fatality casualty toll martyr",
    Kind.GENERAL: "incident operation tragedy violence disaster",
}
_VERBS = {
    Kind.AIR: "airstrike",
    Kind.SHELL: "shell fire launch lob rain mortar rocket",
    Kind.BOMB: "bomb mine plant dynamite",
    Kind.GRENADE: "throw hurl toss",
    Kind.BLAST: "explode detonate blast blow rip",
    Kind.CLASH: "clash battle fight engage repel repulse exchange beat trade drive",
    Kind.ATTACK: "attack ambush raid storm assault shoot gun stab hack behead execute murder massacre slaughter open "
    "assassinate slay lynch invade overrun besiege spray behead mow torch burst ram strafe drop decapitate mutilate "
    "knife slit waylay bludgeon rake riddle pepper swoop descend",
    Kind.GENERAL: "strike hit target pound carry stage mount occur happen land go come send",
    Kind.ABDUCT: "kidnap abduct seize hijack take drag lead march bundle whisk snatch hold",
    Kind.INTERCEPT: "intercept down bring crash fall defuse disarm deactivate",
    Kind.LOOT: "burn loot torch raze vandalise vandalize ransack destroy damage set wreck sack lay pillage "
    "plunder firebomb demolish",
    Kind.KILL: "kill die perish martyr lose claim leave neutralise neutralize eliminate",
    Kind.WOUND: "wound injure hurt maim",
}

# Words of harm are adjectives as often as verbs: "two dead", "five wounded".
_ADJECTIVES = {Kind.KILL: "dead", Kind.WOUND: "wounded injured hurt"}

NOUNS = {word: kind for kind, words in _NOUNS.items() for word in words.split()}
VERBS = {word: kind for kind, words in _VERBS.items() for word in words.split()}
ADJECTIVES = {word: kind for kind, words in _ADJECTIVES.items() for word in words.split()}

# Verbs that tell of violence only with one of these words in their clause.
NEEDS = {
    verb: frozenset(words.split())
    for verb, words in {
        "fire": "missile rocket shell mortar round bullet gunshot projectile back at on into barrage drone",
        "launch": "missile rocket strike attack assault raid airstrike drone offensive projectile salvo barrage",
        "lob": "grenade bomb shell mortar",
        "rain": "rocket shell bomb missile",
        "plant": "bomb explosive mine ied device",
        "open": "fire",
        "drop": "bomb grenade munition barrel explosive",
        "carry": "attack strike bombing raid assault airstrike killing blast massacre shooting ambush explosion",
        "stage": "attack strike bombing raid assault ambush it",
        "mount": "attack strike raid assault ambush",
        "occur": "attack strike blast explosion bombing incident shooting raid ambush clash assault it",
        "happen": "attack strike blast explosion bombing incident shooting raid ambush clash assault it",
        "exchange": "fire gunfire",
        "blow": "up himself herself themselves itself",
        "rip": "blast explosion bomb",
        "gun": "down",
        "mow": "down",
        "down": "drone aircraft missile helicopter jet plane rocket",
        "lose": "life",
        "claim": "life",
        "leave": "dead killed wounded injured",
        "engage": "troop fighter militant gunman rebel",
        "burst": "into",
        "ram": "vehicle car truck gate checkpoint bomber",
        "seize": "hostage passenger worker student villager person man woman child girl boy occupant driver teacher "
        "employee",
        "take": "hostage gunpoint captive captivity",
        "drag": "house home bus car vehicle",
        "throw": "grenade bomb dynamite explosive petrol",
        "hurl": "grenade bomb dynamite explosive petrol",
        "toss": "grenade bomb dynamite explosive",
        "trade": "fire shot gunfire",
        "drive": "back",
        "defuse": "bomb device explosive ied mine shell it",
        "disarm": "bomb device explosive ied mine",
        "deactivate": "bomb device explosive ied mine vehicle",
        "mortar": "camp base town village queue house position post",
        "rocket": "camp base town village house position post",
        "slit": "throat",
        "rake": "fire gunfire bullet shot",
        "riddle": "fire gunfire bullet shot",
        "pepper": "fire gunfire bullet shot shrapnel",
        "swoop": "on upon village camp town house",
        "descend": "on upon village camp town house",
        "lead": "away",
        "march": "away off",
        "bundle": "into",
        "whisk": "away off",
        "snatch": "passenger worker student villager man woman child girl boy driver teacher employee priest nun",
        "hold": "hostage captive captivity gunpoint",
        "lay": "waste",
        "sack": "town village mosque church house office shop",
        "spray": "bullet fire",
        "bring": "down drone aircraft vehicle missile helicopter jet plane",
        "crash": "drone aircraft missile helicopter rocket",
        "fall": "drone missile rocket shell projectile mortar bomb",
        "land": "missile rocket shell projectile mortar bomb",
        "go": "off",
        "come": "attack blast under",
        "send": "drone missile rocket",
        "set": "ablaze alight fire",
        "beat": "back off",
        "damage": "drone missile rocket blast explosion strike fire bomb shell attack",
        "destroy": "drone missile rocket blast explosion strike fire bomb shell attack",
    }.items()
}
