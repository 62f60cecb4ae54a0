"""Words that tell the weapon, the manner or the sides of an event: the evidence for its type and means."""

import re
from collections.abc import Mapping
from functools import lru_cache

_CUES = {
    "drone": r"drones?|u\.?a\.?vs?|unmanned|quadcopters?|loitering munitions?",
    "aircraft": r"air ?-?strikes?|air raids?|airstrikes?|war ?planes?|(?:fighter |war )?jets?|aircraft|planes?|"
    "from the air|"
    r"(?:guided|glide|barrel|cluster) bomb(?:s|ings?)?|bombs (?:had )?(?:been )?(?:fell|fallen|dropped|rained)|"
    r"dropp?(?:ed|ing) (?:\w+ ){0,4}bombs?|sorties?|"
    r"aerial|air force|air attacks?|air assaults?|bombed from|strikes? from the air",
    "helicopter": r"helicopters?|gunships?|choppers?",
    "missile": r"missiles?|projectiles?",
    "rocket": r"rockets?|rpgs?|rocket-propelled|katyushas?|grads?",
    "artillery": r"artillery|shelling|shelled|(?<!spent )shells?|howitzers?|tank fire|tank shells?|bombardment",
    "mortar": r"mortars?",
    "car_bomb": r"(?:car|truck|van|vehicle|minibus|motorcycle|motorbike|bus|tanker|lorry|ambulance|taxi)[- ]bomb\w*|"
    r"vehicle-borne|vbieds?|(?:explosives?|bomb)-(?:laden|packed|rigged|filled)|booby-trapped (?:car|truck|"
    r"vehicle|\w+cycle)|"
    r"(?:car|truck|van|vehicle|minibus|motorcycle|motorbike|tanker|bus|lorry|pickup)s? (?:that (?:was|had been) )?"
    r"(?:packed|laden|loaded|filled|rigged|fitted|stuffed|carrying) (?:with )?(?:\w+ )?(?:explosives?|bombs?)|"
    r"explosives? (?:hidden |placed |packed )?in(?:side)? (?:a|the) (?:parked )?(?:car|truck|vehicle|"
    r"motorcycle)|parked car|"
    r"(?:car|truck|van|vehicle|minibus|motorcycle|motorbike|tanker|lorry|pickup|ambulance)s? full of explosives?|"
    r"bombs? (?:\w+ ){0,3}(?:in|inside|under|beneath) (?:a|the|his|her|their) (?:\w+ ){0,2}"
    r"(?:car|truck|van|vehicle|minibus|motorcycle|motorbike|lorry|tractor|taxi)|"
    r"(?:car|van|motorcycle|motorbike) (?:was )?(?:exploded|blew up|blown up)|"
    r"blew up (?:a|the|his|her|their) (?:\w+ )?(?:car|truck|van|motorcycle|motorbike)",
    "suicide": r"suicide (?:\w+ )?(?:bomb\w*|attacks?|attackers?|vests?|car|truck|blast|explosion|mission)|suicide|"
    r"blew (?:himself|herself|themselves|itself) up|blown (?:himself|herself|themselves) up|explosive (?:vests?|"
    r"belts?)|"
    r"detonated (?:his|her|their|its) (?:\w+ )?(?:explosives?|vests?|belts?|bombs?|cars?|vehicles?)|kamikaze|"
    r"bombers? (?:\w+ ){0,3}(?:blew up|rammed|detonated|struck)|explosives? (?:strapped|under|hidden under|tied)",
    "bomber": r"bombers?(?! (?:jets?|planes?|aircraft|pilots?))",
    "ied": r"road-?side bombs?|roadside (?:bomb|device|explosive)\w*|i\.?e\.?ds?|improvised|explosive devices?|"
    "sticky bombs?|"
    r"magnetic bombs?|bombs? (?:planted|hidden|placed|buried|left)|planted (?:a |the )?(?:\w+ )?bombs?|"
    r"remote-controlled|"
    r"remotely|home-?made bombs?|nail bombs?|pipe bombs?|dynamit\w+",
    "blown": r"blew up|blown up|blowing up",
    "bomb": r"bombs?|bombing|bombings|explosives?|device",
    "mine": r"land-?mines?|land mines?|anti-personnel mines?|"
    r"(?<!gold )(?<!coal )(?<!iron )(?<!jade )(?<!ruby )(?<!copper )(?<!barite )(?<!diamond )(?<!cobalt )mines?",
    "grenade": r"(?<!propelled )(?<!rocket )(?:hand-)?grenades?(?! launchers?)|"
    r"(?:bombs?|explosives?) (?:was |were )?(?:thrown|hurled|tossed)",
    "gun": r"gunm[ae]n|gunfire|shot(?! (?:down|to pieces))|shoot(?! down)\w*|under (?:heavy )?fire|automatic weapons?|"
    r"traded fire|open(?:ed|ing) fire|fired (?:on|at|upon|into|indiscriminately)|"
    "gunned|firearms?|"
    r"gun ?battles?|bullets?|rifles?|machine[- ]guns?|ak-?47s?|kalashnikovs?|fire ?fights?|silenc\w+|pistols?|snipers?|"
    r"exchange of fire|shoot-?outs?|small arms|drive-by|sprayed|gun-?shots?|gun-?fights?|bullet-\w+|shots|"
    r"returned fire|fired back|submachine guns?|sub-machine guns?|firing (?:on|at|upon|into|indiscriminately)|"
    r"cross-?fire|guns?",
    "knife": r"kni(?:fe|ves)|stabb\w+|machetes?|hacked|behead\w*|decapitat\w+|throats?|axes?|hatchets?|cleavers?|"
    r"cutlass\w*|daggers?|swords?|spears?|slit",
    "vehicle": r"(?:car|truck|van|vehicle|lorry|bus) ramm\w+|drove (?:\w+ ){0,3}into (?:a crowd|pedestrians|"
    r"people)|plough\w+|"
    r"plowed|ran over (?!a (?:land)?mine)|mowed down|run over|"
    r"dro(?:ve|ven) (?:\w+ ){1,4}(?:into|at) (?:the |a )?(?:\w+ )?(?:crowd|people|pedestrians|"
    r"shoppers|bus stop|market)",
    "naval": r"warships?|naval (?:guns?|fire|bombardment|strikes?|shelling)|gunboats?|frigates?|destroyers?|"
    r"(?:speed|suicide )boats?",
    "arson": r"torch\w+|set (?:\w+ ){0,4}(?:on fire|ablaze|fire to|alight)|arson\w*|burn(?:ed|t|ing)?|razed|"
    r"petrol bombs?|setting (?:\w+ ){0,4}(?:on fire|ablaze|fire to|alight)|fire-?bomb\w*|molotov\w*",
    "chemical": r"gas attack|chemical|chlorine|sarin|poison(?:ous)? gas|nerve agent|toxic gas|mustard gas",
    "clash": r"clash\w*|battles?|fighting|fire ?fights?|skirmish\w*|exchange of fire|exchanged fire|"
    r"traded fire|overr[au]n|gun "
    "?battles?|fought|"
    r"shoot-?outs?|encounter|repel\w+|repuls\w+|fired back|returned fire|fierce|combat|offensive|counter-?attack\w*",
    "ambush": r"ambush\w*",
    "raid": r"raid(?:s|ed|ing)?|storm(?:ed|ing)",
    "attack": r"attack(?:s|ed|ing)?|assaults?|massacre\w*|rampage",
    "abduct": r"kidnap\w*|abduct\w*|hostages?|seized|hijack\w*|taken away|captives?|ransom",
    "intercept": r"intercept\w*|shot down|shoot down|downed|brought down|shot to pieces|foil\w+|thwart\w*|"
    r"defus\w+|neutrali[sz]ed (?:a |the )?(?:\w+ )?(?:bombs?|devices?|drones?|missiles?|explosives?)|"
    r"air defen[cs]es?|destroyed before|failed to (?:explode|go off)|did not (?:explode|go off)|disabled",
    "explosion": r"explosions?|blasts?|exploded?|went off|detonat\w+|blew up|blown up",
    "unknown": r"unknown|unclear|cause of|unidentified|mysterious|not (?:yet |immediately )?(?:clear|known)|"
    r"accident\w*|short circuit|heat",
    "loot": r"loot\w*|vandal\w*|property|demolish\w*|ransack\w*",
    "civilian": r"civilians?|villagers?|residents?|people|women|children|worshippers?|pilgrims?|farmers?|"
    "passengers?|students?|"
    r"pupils?|journalists?|teachers?|workers?|traders?|shoppers?|mourners?|guests?|travellers?|priests?|miners?|"
    r"refugees?",
    "soldier": r"soldiers?|troops?|army|servicem[ae]n|military|peacekeepers?|jawans?|personnel|officers?|"
    r"police\w*|checkpoint|"
    r"outpost|barracks|base|patrol|convoy|guards?|reservists?|rangers?|security forces|crpf|paramilitar\w+",
    "militant": r"militants?|rebels?|insurgents?|fighters?|militia\w*|gunm[ae]n|bandits?|jihadists?|terrorists?|"
    "extremists?|"
    r"naxal\w*|maoists?|guerrillas?|gang",
    "strike": r"strikes?|struck|targeted|targeting|hit|pounded",
    "assassinate": r"assassinat\w*|murder\w*|execut\w*|slain|silenc\w+",
    "fired": r"fired|launched|lobbed|landed|fell",
}
PATTERNS = {name: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) for name, words in _CUES.items()}
_SMALL = {name: re.compile(pattern.pattern) for name, pattern in PATTERNS.items()}  # quicker, on small letters


@lru_cache(maxsize=256)  # each incident of a report asks for the sentences that it shares with others
def cues_in(text: str) -> Mapping[str, tuple[int, int]]:
    """The cues that a stretch of text holds, each with the offsets of its first words in that stretch."""
    found = {}
    small = text.lower()
    same = len(small) == len(text)  # "İ" is two characters in small letters
    for name, pattern in (_SMALL if same else PATTERNS).items():
        match = pattern.search(small if same else text)
        if match:
            found[name] = match.span()
    return found
