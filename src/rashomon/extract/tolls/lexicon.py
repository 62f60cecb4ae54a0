"""The words that tell of the killed and the wounded, and the nouns that are people or plainly are not.

General English and the usage of news agencies; no names of groups or places. An unknown noun counts as people only
where the grammar makes it the victim ("killed 4 xyz").
"""


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


# Verbs whose object is killed, and whose passive subject is.
KILL = words(
    "assassinate behead butcher crucify decapitate disembowel electrocute eliminate execute kill liquidate lynch "
    "martyr massacre murder neutralise neutralised neutralize poison slain slaughter slay strangle"
)
# Verbs whose subject is killed.
DIE = words("die drown perish succumb suffocate")
WOUND = words("concuss hospitalise hospitalize hurt injure lacerate maim mutilate wound")
# Verbs that only with "dead" or "to death" kill.
HARM = words("batter beat blow bludgeon burn choke club crush cut hack hang knife shoot stab starve stone trample")
DEAD = words("dead deceased fatal lifeless")
HURT_ADJECTIVES = words("hospitalised hospitalized hurt injured maimed unconscious wounded")
UNHURT = words("unharmed unhurt uninjured unscathed")

# Nouns that count the killed ("161 deaths") and the wounded; COMBINED nouns count both together.
DEATHS = words(
    "assassination beheading beheadings death deaths execution executions fatalities fatality homicides killing "
    "killings martyr martyrdom martyrs massacre murder murders slaughter slaying slayings"
)
BODIES = words("bodies body coffin coffins corpse corpses")
INJURIES = words("burns injuries injury wound wounds")
COMBINED = words("casualties casualty")
# Nouns that are counted themselves, so that a phrase of people ends before them: "10 bodies", "30 casualties".
COUNTED = (DEATHS | BODIES | INJURIES | COMBINED) - words("martyr martyrs")
TOLL = words("toll tolls")

# Verbs that put a number on the dead: "the toll rose to 53", "the wounded numbered 50".
COUNTING = words(
    "amount ascend be bring climb come count creep cross double drop edge escalate estimate exceed fall give go grow "
    "have hit hover increase inch jump leap list lower mount number pass put raise reach reduce remain report revise "
    "rise risen run say range set shoot soar stand stay surpass swell take top total treble triple update vary"
)
RISING = words(
    "ascend bring climb double drop fall go grow increase jump lower mount raise reduce revise rise soar take "
    "treble triple up update"
)

# People. Plurals and singulars by lemma.
PEOPLE = words(
    "abbot academic accountant acolyte activist actor adult adviser advisor agent aid-worker airman airmen ambassador "
    "another apostate apprentice archbishop archer artist assailant assassin athlete attacker attendant auditor aunt "
    "auxiliary baby baker bandit banker barber bargee barman beekeeper beggar believer bellboy bishop blacksmith "
    "blogger boatman bodyguard bomber bombmaker bouncer boy brewer bricklayer bride broker brother builder bursar "
    "bus-driver busboy businessman butcher butler bystander cadet cadre cameraman camper candidate canoeist captain "
    "captive carer caretaker carpenter cashier catechist celebrant chauffeur chef chemist chief chieftain child "
    "children churchgoer churchwarden citizen civilian cleaner cleric clerk climber coachman cobbler colleague "
    "collector colonel columnist combatant commander commando commuter compatriot comrade conductor congregant "
    "conscript constable constabulary consul contractor convict cook cop coroner corporal councillor councilman "
    "councilor councilwoman counsellor couple courier cousin cowboy cowherd crew crewman crewmate crewmen criminal "
    "crusader customer cyclist daughter deacon dead dean defector defender demonstrator dentist deportee deputy "
    "deserter detainee dignitary diplomat director disciple displaced docker doctor driver drover dweller economist "
    "editor elder elderly electrician employee engineer enumerator envoy escapee evacuee evangelist exile expert "
    "extremist facilitator family fan farmer father father-in-law fedayeen ferryman fighter financier firefighter "
    "fireman fisher fisherman fishermen footballer foreigner foreman forester friend fugitive gang gangster gardener "
    "gatekeeper gendarme general geologist girl goatherd goer governor graduate grandchild granddaughter grandfather "
    "grandmother grandson granny gravedigger grazier grocer groom guard guardsman guardsmen guerrilla guest guide "
    "gunman gunmen hairdresser harvester hawker headman headmaster headmistress headteacher helper herdboy herder "
    "herdsman herdsmen herdswoman hermit hijacker hiker hitchhiker holidaymaker homemaker homeowner hostage hotelier "
    "housemaid housewife human hunter husband imam immigrant infant infidel infiltrator informant inhabitant inmate "
    "innkeeper inspector instructor insurgent intern internee interpreter invalid islamist jailer janitor jawan "
    "jihadi jihadist jogger journalist judge jurist juror kid kidnapper kinsman kinswoman laborer labourer landlord "
    "landowner lawmaker lawyer leader lecturer legionnaire librarian lieutenant life lifeguard lives local lodger "
    "logger lorry-driver loyalist lumberjack machinist magistrate maid major man manager marcher marine mariner "
    "martyr mason mastermind matron mayor mechanic medic member men mercenary merchant metalworker midwife migrant "
    "militant militia militiaman militiamen milkman miller miner minister minor missionary monarch monk mother "
    "mother-in-law motorcyclist motorist mourner mp muezzin mufti mujahid mujahideen muleteer mullah musician "
    "national native negotiator neighbor neighbour nephew newborn newlywed newsreader niece nightwatchman nomad "
    "novice nun nurse nursemaid oarsman occupant offender officer officers official oil-worker onlooker operative "
    "operator orderly organiser organizer orphan other others overseer painter paramedic paramilitary paratrooper "
    "parent parishioner parliamentarian partisan party-goer partygoer passenger passer-by passerby passers-by pastor "
    "pastoralist pathologist patient peacekeeper peasant peddler pedestrian pedlar pensioner people perpetrator "
    "person personnel persons pharmacist photographer physician picket pilgrim pilot player plumber poet police "
    "policeman policemen policewoman policymaker politician porter postman postmaster potter preacher priest "
    "principal prisoner private probationer producer professor prosecutor protester provost psychologist publisher "
    "pupil quartermaster rabbi raider rancher ranger rebel rebels receptionist recruit rector refugee registrar "
    "relative repairman reporter rescuer researcher reserve reservist resident returnee reveler reveller rider "
    "ringleader robber roofer runner rustler sacristan sailor salesman saleswoman sapper scholar schoolboy "
    "schoolchild schoolchildren schoolgirl schoolmaster schoolmate schoolmistress schoolteacher scientist scout "
    "seafarer seaman seamen seamstress secretary seminarian senator sentinel sentry separatist sergeant servant "
    "serviceman servicemember servicemen servicewoman servicewomen settler sheikh shepherd shepherdess shoemaker "
    "shopkeeper shopper sibling signalman singer sister sister-in-law smuggler sniper soldier son son-in-law soul "
    "specialist spectator spokesman spy squatter staff staffer stallholder steward stewardess stonemason stranger "
    "student subordinate superintendent supervisor surgeon surveyor survivor suspect swimmer sympathiser sympathizer "
    "tailor tapper teacher technician teen teenager tenant terrorist therapist thief ticket-seller toddler toiler "
    "tourist townsman townspeople trader trainee trainer traitor traveler traveller trawlerman treasurer trekker "
    "tribesman tribesmen tribeswoman troop trooper troops truck-driver truckdriver trucker twin uncle undergraduate "
    "undertaker usher valet vendor veteran vicar victim viewer vigilante villager volunteer voter waiter waitress "
    "warden watchkeeper watchman weaver welder wheelwright widow wife woman women woodcutter worker workman workmate "
    "workmen worshiper worshipper wounded writer yachtsman youngster youth"
)
KIN = words(
    "aunt baby brother child cousin dad daughter father grandchild granddaughter grandfather grandmother grandson "
    "husband infant mother mum nephew niece parent sibling sister son spouse twin uncle wife"
)
# Things that are counted beside casualties and are none.
THINGS = words(
    "a.m. acre age aircraft airstrike am ambulance ambush animal area army arrest article assault attack bag "
    "barracks barrel base battalion battle belt bike bird blast boat bomb bombing book bridge brigade building "
    "bullet bunker bus camel camp capital car cartridge case cattle cell cent century channel charge checkpoint "
    "chicken church city claim clash classroom community company condition container contract convoy corps count "
    "country county cow date day decade degree demand depot device direction district division dog dollar donkey "
    "dose drone euro explosion explosive facility faction farm feet field figure film fire fish flight foot front "
    "gallon game generator goat grenade group gun half hectare helicopter home horse hospital hotel hour house "
    "household humvee hut ied image incident item jet job kg kilo kilogram kilometer kilometre kind kiosk km "
    "language law lead liter litre livestock location lorry magazine market match meter metre mile mine minute "
    "missile mission month mortar mosque motorbike motorcycle naira nation number occasion offensive office "
    "operation p.m. page part party per percent percentage phase photo pickup picture pig pipeline place plan "
    "plane platoon pm point position post pound project province pylon quarter raid reason regiment region report "
    "rifle road rocket room round rupee sack school seat second section sentence series sheep shell shelling ship "
    "shop side site sort sortie squad stage stall state statement station store street strike tank tanker target "
    "tent term thing third time ton tonne tower town train truck type uav unit vehicle vessel vest video village "
    "vote war warehouse wave way weapon website week well word yard year zone"
)
# The side that struck, where its dead stand beside the victims'.
ATTACKERS = words(
    "assailant assaulter attacker bandit bomber cadre extremist fighter gang guerrilla gunman gunmen hijacker "
    "infiltrator insurgent islamist jihadi jihadist kidnapper militant militiaman militiamen perpetrator raider "
    "rebel robber suspect terrorist"
)
SPEECH = words(
    "add allege announce believe cite claim confirm declare deny disclose estimate explain insist note post quote "
    "read recall report reveal say state tell testify think tweet write"
)
MONTHS = words(
    "apr apr. april aug aug. august dec dec. december feb feb. february jan jan. january jul jul. july jun jun. "
    "june mar mar. march may nov nov. november oct oct. october sep sep. sept sept. september"
)
DAYS = words("friday monday saturday sunday thursday today tonight tuesday wednesday yesterday")

# Bodies of people that are no victims: "a coalition", "the ministry".
BODIES_POLITIC = words(
    "administration agency alliance authority bloc board bureau cabinet coalition command commission committee "
    "council court department embassy force government group ministry mission monitor movement network newspaper "
    "observatory office organisation organization outlet parliament party presidency regime service source "
    "sources statement television union watchdog"
)

# What happens to the victims: one such event, and words for several or for a time of them.
EVENT = words(
    "airstrike ambush assault attack battle blast bomb bomber bombing clash drone explosion fire firefight "
    "grenade gunfight gunman incident killing missile mortar operation raid rocket shell shelling shooting strike"
)
EVENTS = words(
    "airstrikes ambushes assaults attacks battles blasts bombings bombs campaign clashes conflict explosions "
    "incidents insurgency killings raids series shootings spate strikes violence war wave"
)
