"""Words that report what somebody said: verbs, nouns, and the words for speakers.

The lists are closed-class knowledge of English news writing (reporting verbs after Quirk et al., A Comprehensive
Grammar of the English Language, 16.31: public and private factual verbs), not names of any conflict.
"""

from rashomon.extract.attribution.records import Sense


def words(listed: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(listed.split())


def _senses(table: dict[Sense, str]) -> dict[str, Sense]:
    return {word: sense for sense, words in table.items() for word in words.split()}


# Lemma -> sense, for verbs whose clause or object is what was said.
VERBS = _senses(
    {
        Sense.SAYS: """say tell add state report announce declare note explain inform reveal disclose mention
            write tweet post insist maintain stress emphasize emphasise reiterate repeat remark comment recall
            recount relate testify warn argue assert allege contend suggest indicate continue conclude
            observe underline underscore point read vow promise brief clarify complain message signal hint respond
            reply answer show charge affirm estimate verify find determine communicate specify elaborate broadcast
            publish air narrate claim boast swear counter retort reckon profess reaffirm attest assure lament
            regret caution joke quip opine speculate complain predict chronicle""",
        Sense.CONFIRMS: "confirm acknowledge admit concede authenticate corroborate own accept",
        Sense.CLAIMS: "reclaim",
        Sense.DENIES: "deny reject dismiss refute dispute rebuff rubbish disown disavow",
        Sense.ACCUSES: "accuse blame fault implicate",
        Sense.DECLINES: "decline refuse",
        Sense.CITES: "cite quote",
        Sense.COUNTS: "put record document count register tally log list revise raise lower update",
        Sense.BELIEVES: "believe think fear suspect expect hold doubt assume",
        Sense.CALLS: "call describe condemn denounce label brand slam criticise criticize praise hail term dub deem",
        Sense.ASKS: "ask urge demand",
    }
)
# These report only with a clause ("found that", "shows that"), or as the plain words before or after one.
CLAUSE_ONLY = words(
    """find show determine point carry read hold suggest indicate respond reply answer continue expect think fear
    believe doubt assume own charge observe relate underline underscore conclude recall publish air
    signal broadcast list log post count find argue warn write ask demand urge hint mention brief
    boast swear counter retort reckon profess attest lament regret caution joke quip opine speculate predict
    chronicle accept"""
)
# These report only with such an object: "put the toll at nine", "recorded five deaths".
TOLL_OBJECTS = words(
    """toll number figure death casualty count dead injured wounded loss killing injury fatality total people
    civilian body person blame attack strike bombing raid case violation incident"""
)
OBJECT_VERBS = words(
    """confirm acknowledge admit concede deny reject dismiss refute dispute accuse blame report announce claim cite
    condemn denounce describe call reveal verify estimate fault implicate disown disavow decline refuse suspect
    reclaim"""
)
# "told Reuters": whom it was said to stands as an object.
ADDRESSED = words("tell inform brief ask remind assure warn urge message")
SAYING_NOUNS = words(
    """statement communique communiqué release tweet post message report letter announcement press bulletin interview
    briefing conference remark comment note posting video claim account text mail email e-mail audio recording
    leaflet update brief dispatch telegram broadcast document"""
)
# What is known, which is theirs who gathered or gave it: "according to information from partners on the ground".
INFORMATION_NOUNS = words(
    """information data datum figure tally count estimate testimony finding record
    investigation inquiry probe research survey analysis review study list register"""
)
CLAIM_NOUNS = words("""claim accusation allegation assertion report announcement statement denial suggestion charge""")
# Heads of noun phrases that speak.
SPEAKER_NOUNS = words(
    """police army military ministry minister official officials source sources spokesman spokeswoman spokesperson
    witness witnesses resident residents authority authorities government governor mayor commander general
    doctor doctors medic medics hospital activist activists monitor observatory agency media channel
    television tv radio newspaper department office pentagon president presidency chief head director
    coalition group militants rebels rebel insurgents separatists guerrillas militia movement organisation organization
    un mission rescuers rescuer survivor
    survivors villagers report reports un navy air force forces command embassy company lawmaker mp
    senator ngo watchdog relatives locals elder elders leader leaders administrator commissioner inspector
    superintendent officer officers analyst analysts prosecutor prosecutors court operator eyewitness
    eyewitnesses journalist journalists statement administration union council committee league federation institute
    gendarmerie prefecture prefect municipality clinic charity commission brigade communique bulletin nurse"""
)
MEDIA_WORDS = words(
    """news agency tv television radio channel newspaper daily times post media press broadcaster network site
    website outlet outlets reporter reporters correspondent"""
)
# People in general, who are told something and hand nothing on.
LISTENERS = words(
    """reporter reporters journalist journalists media press conference us me them him her you parliament lawmakers
    council people nation"""
)
PERSON_NOUNS = words(
    """spokesman spokeswoman spokesperson minister official officer commander general colonel captain major governor
    mayor president chief head director witness resident doctor source leader activist diplomat ambassador
    secretary lawmaker prosecutor survivor man woman administrator commissioner coordinator superintendent
    inspector analyst expert elder deputy brigadier lieutenant sergeant envoy representative nurse surgeon paramedic
    medic physician teacher schoolteacher headmaster principal priest bishop imam cleric pastor monk nun missionary
    ombudsman driver conductor farmer trader merchant shopkeeper fisherman student villager neighbour neighbor
    relative widow mother father brother sister son daughter uncle aunt cousin nephew worker volunteer rescuer
    fighter soldier policeman policewoman constable corporal private lawyer judge magistrate councillor councilor
    senator king sheikh emir guerrilla negotiator delegate aide adviser advisor assistant reporter journalist editor
    professor researcher engineer pilot captain chairman chairwoman sheriff coroner clerk chancellor premier
    guard boatman herder pupil passenger prefect refugee porter baker mechanic correspondent photographer owner
    midwife pathologist rector bystander shepherd chieftain headman"""
)
WOMEN = words(
    """mrs ms miss madam sister mother widow wife daughter woman girl spokeswoman queen princess lady nun chairwoman
    councilwoman congresswoman midwife grandmother aunt policewoman businesswoman niece"""
)
MEN = words(
    """mr sir father son man boy husband widower brother spokesman imam priest king prince monk bishop pope sheikh emir
    policeman chairman congressman fisherman businessman grandfather uncle nephew lord"""
)
# With "the" and nothing else these point back to somebody named before; "the ministry" or "the army" name themselves.
POINTING_PERSONS = words(
    "spokesman spokeswoman spokesperson official officer source minister general colonel man major captain lieutenant "
    "sergeant brigadier corporal admiral constable"
)
STATE_NOUNS = words(
    """ministry police army military government office court hospital official officials authorities authority state
    department parliament presidency minister residents witnesses command mission"""
)
POINTING_GROUPS = words(
    """group militia movement organisation organization faction alliance agency channel network outfit body broadcaster
    newspaper website watchdog monitor charity branch station insurgents jihadists gang affiliate"""
)
HEDGES = words(
    """reportedly allegedly apparently presumably purportedly supposedly likely probably possibly suspected alleged
    apparent unconfirmed believed purported presumed"""
)
