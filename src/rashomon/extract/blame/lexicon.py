"""Words of blame: for violent acts, for those who do them, for responsibility, doubt, denial and silence.

Closed-class knowledge of English news writing; no names of any conflict.
"""

import re

from rashomon.extract.events.lexicon import NOUNS, Kind


def words(listed: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(listed.split())


# "rap" and "stag" are what the tagger makes of "raped" and "staged".
# Verbs of violence whose subject does not do it to others, or whose object does.
_NO_AUTHOR = words(
    """die perish lose explode occur happen clash battle fight engage repel repulse exchange intercept claim leave
    carry stage mount blast rip martyr burst go come fall crash land"""
)
# Verbs whose subject is the author of the harm, beside the event words with an author.
HARMS = words(
    """damage injure maim pound target hit strike capture overrun sink sabotage demolish torture rape butcher trigger
    kill wound attack bomb shell shoot ambush raid storm burn torch slit slaughter raze ransack pillage plunder
    invade besiege mutilate hang lynch bludgeon bayonet hijack
    derail incinerate snatch strangle decapitate dismember disembowel waylay ram riddle rake beat massacre abduct
    kidnap assassinate
    detonate bombard hack behead murder destroy execute liquidate martyr strafe punish loot flatten level gas poison
    stab lynch crush machine-gun machinegun rocket dynamite firebomb fire-bomb petrol-bomb sack garrotte impale crucify
    disfigure vandalise vandalize desecrate ravage scorch gut trample pepper rob
    rap"""
)
AUTHORLESS = _NO_AUTHOR
# "carried out an attack": what is done stands as the object.
MOVES = words("""enter invade seize occupy drive expel infiltrate besiege encircle burst intrude overwhelm burnt aim""")
DOES = words(
    """cause carry conduct launch mount stage perpetrate commit execute undertake make deliver do orchestrate plan
    begin start initiate lay order organise organize mastermind authorise authorize instigate
    stag"""
)
# Said of a weapon, tell that it was used.
WEAPON_DOES = words(
    """crash fall come explode hit damage land target drop strike shatter destroy kill wound injure pound fire launch
    attack bomb shell bombard raid detonate wreck smash penetrate level demolish rain claim tear rip plough slam
    slice burst set"""
)
WEAPONS = words(
    """drone warplane jet aircraft plane helicopter missile rocket mortar shell artillery tank gunboat warship ship
    submarine bomb ied mine grenade gunship fighter-jet airforce bomber rocket-fire fire shellfire gunfire projectile
    quadcopter uav airplane gun battery bullet fighter explosive"""
)
ACTS = (
    frozenset(
        noun
        for noun, kind in NOUNS.items()
        if kind not in (Kind.KILL, Kind.GENERAL, Kind.INTERCEPT) and noun != "exchange"
    )
    | words(
        """airstrike strike raid attack operation bombardment bombing shelling fire explosion killing death massacre
        murder provocation settling rampage pogrom lynching reprisal onslaught crackdown purge
    assassination kidnapping abduction incident action aggression crime incursion launch barrage salvo hit sortie
    deed shooting firing ambush ambuscade
    campaign atrocity arson looting sabotage act slaughter genocide violence execution beheading clash wave offensive"""
    )
) - WEAPONS
# Aircraft, rockets and drones by their models: "two Su-24s", "a Shahed".
MODELS = re.compile(
    r"(?:su|mig|f|mi|ka|tu|kh|uh|ah|rq|mq|tb|b|c|q|s|bm|ac|an|il)-?\d{1,3}[a-z]{0,2}s?|bayraktars?|shaheds?|iskanders?"
    r"|kalibrs?|kinzhals?|gerans?|lancets?|grads?|himars|atacms|tochkas?|katyushas?|qassams?|kfirs?|mirages?|rafales?"
    r"|apaches?|tucanos?|antonovs?|sukhois?|predators?|reapers?|tornados?",
    re.IGNORECASE,
)
MEN = words(
    """force troop soldier army military navy commando fighter militant rebel insurgent gunman terrorist bomber member
    militia militiaman group movement guerrilla operative element mercenary policeman police guard agent sniper gunner
    unit brigade battalion cell faction cadre attacker raider herder herdsman youth gang government regime side
    affiliate branch wing separatist jihadist extremist pilot crew settler loyalist ally proxy bandit pirate
    contingent patrol partner coalition alliance network organisation organization squad team marine paratrooper ranger
    officer supporter follower man boy lad sapper combatant mujahideen mujahid hitman patroller dissident division
    contractor column tribesman extremists squadron party platoon regiment personnel serviceman reservist conscript
    gendarme constable sailor airman bodyguard jawan marksman vigilante saboteur infiltrator
    captain lieutenant sergeant corporal deserter
    front command"""
)
# Nouns through which a state acts: "Somali militants" are not Somalia's.
STATES_MEN = words(
    """force troop soldier army military navy commando policeman police guard agent sniper gunner unit brigade battalion
    cadre government regime side pilot crew contingent patrol squad marine paratrooper ranger officer division column
    security junta authority operative element air defence defense coalition platoon regiment personnel serviceman
    reservist conscript gendarme constable sailor airman bodyguard jawan marksman captain lieutenant sergeant
    corporal"""
)
CARRIERS = WEAPONS | MEN
# Before "of" and those who are counted: "hundreds of settlers", "a band of loyalists".
COUNTS = words(
    """hundred thousand dozen score ten number handful couple pair trio majority group band crowd mob column convoy team
    squad party swarm wave horde throng unit contingent"""
)
OWNS_UP = words("claim accept admit acknowledge assume take")
RESPONSIBILITY = words("responsibility credit blame culpability involvement participation role part hand complicity")
HEDGES = words(
    """apparent apparently suspected suspect alleged allegedly presumed presumably likely possible possibly probably
    probable seemingly reputed believed thought purportedly purported"""
)
HEDGING_VERBS = words("believe think suspect appear seem hint suggest assume presume fear consider")
MAYBE = words("may might could")
NOT_YET = words("will would can should must shall 'll 'd")
THREATENS = words(
    "threaten plan vow intend want try attempt seek prepare pledge warn urge call order plot hope aim refuse"
)
NEGATIONS = words("not n't never no neither nor none nothing hardly")
SPEECH = words(
    """say tell add state report announce declare note explain claim confirm acknowledge admit concede insist maintain
    write tweet post allege argue read boast swear counter reveal assert contend stress boast reiterate describe
    release publish issue quote cite
    believe suspect accuse blame deny reject dismiss recall testify warn indicate conclude recount inform speak hold
    hint suggest find estimate know impute verify understand think apologise apologize mention retort reply respond
    accept protest rejoin relate recognise recognize answer reaffirm underline emphasise emphasize vow disclose
    conclude charge inform swear assure affirm complain caution clarify comment remark"""
)
STATEMENTS = words(
    """statement message tweet post letter release communique interview video report claim broadcast remark
    leaflet bulletin speech address briefing"""
)
# Speak for their state where nothing says for which.
OFFICIAL = words(
    """ministry army military police official spokesman spokesperson spokeswoman authority government statement
    command committee headquarters staff commander department officer force general colonel minister brigadier
    director administration commissioner secretary superintendent inspector captain lieutenant president minister
    premier presidency chancellor"""
)
DENIES = words(
    """deny reject dismiss refute dispute rubbish disavow disown rebuff disclaim repudiate contest rebut scoff brush
    disavow laugh shrug contradict deride ridicule scorn mock decry"""
)
SPOKESMEN = words(
    """spokesman spokesperson spokeswoman official minister ministry president commander leader source statement general
    officer authority government military army police media television tv agency news channel department chief head
    ambassador secretary member colonel major brigadier admiral embassy headquarters office command director governor
    mouthpiece outlet radio newspaper newscast website representative administration department emir force prime"""
)
DOUBTED = words(
    """report claim allegation accusation charge rumour rumor suggestion story account assertion news finding version
    insinuation statement"""
)
# "Gunmen from X": who they are stands after them.
NAMELESS = words(
    """gunman man attacker assailant militant member fighter group gang cell one two some several terrorist rebel raider
    insurgent militia militiaman bomber people number faction outfit organisation organization element unit commando
    operative cadre woman girl teenager person individual assassin killer kidnapper hitman sniper thug criminal
    supporter extremist jihadist guerrilla wing branch affiliate arm youth team band"""
)
TIES = words("believed thought suspected linked allied loyal affiliated belonging tied from with known")
ACCUSATIONS = words("accusation charge allegation claim")
TARGETS = words("strike hit target bomb raid destroy shell attack launch carry conduct bombard neutralise neutralize")
FALSE = words(
    """untrue false baseless unfounded fabricated fabrication lie incorrect fake groundless propaganda nonsense slander
    unprofessional misleading one-sided slur hysteria ridiculous absurd inaccurate disinformation misinformation fable
    insult smear hoax invention fiction mendacious falsehood libel foundation"""
)
LEADERS = words("leader spokesman spokesperson spokeswoman commander chief head founder emir deputy wing")
HAPPENS = words("happen occur take exist be place carry conduct hit strike target attack")
AUTHORS = words("author culprit perpetrator suspect mastermind organiser organizer instigator architect")
