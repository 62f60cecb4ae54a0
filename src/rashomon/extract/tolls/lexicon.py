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
BODIES = words("bodies body corpse corpses")
INJURIES = words("burns injuries injury wound wounds")
COMBINED = words("casualties casualty")
# Nouns that are counted themselves, so that a phrase of people ends before them: "10 bodies", "30 casualties".
COUNTED = (DEATHS | BODIES | INJURIES | COMBINED) - words("martyr martyrs")
TOLL = words("toll tolls")

# Verbs that put a number on the dead: "the toll rose to 53", "the wounded numbered 50".
COUNTING = words(
    "amount ascend be bring climb come count creep cross double drop edge escalate estimate exceed fall give go grow "
    "have hit hover increase inch jump leap list lower mount number pass put raise reach reduce remain report revise "
    "rise risen say set shoot soar stand stay surpass swell top total treble triple update"
)
RISING = words(
    "ascend bring climb double drop fall go grow increase jump lower mount raise reduce revise rise soar treble triple "
    "up update"
)

# People. Plurals and singulars by lemma.
PEOPLE = words(
    "academic activist actor adult adviser advisor agent aid-worker airman airmen ambassador another apostate "
    "artist assailant assassin athlete attacker aunt baby bandit believer bishop blogger bodyguard bomber "
    "bombmaker boy bride broker brother builder bus-driver businessman bystander cadet cadre cameraman candidate "
    "captain captive caretaker carpenter chief chieftain child children churchgoer citizen civilian cleaner "
    "cleric colleague colonel combatant commander commando commuter conscript constable constabulary consul "
    "contractor convict cook cop corporal councillor councilor couple courier cousin crew crewman crewmen "
    "criminal crusader customer cyclist daughter dead defector defender demonstrator deputy deserter detainee "
    "diplomat director displaced doctor driver elder elderly electrician employee engineer envoy escapee evacuee "
    "expert extremist facilitator family fan farmer father fedayeen fighter financier firefighter fireman "
    "fisherman fishermen footballer foreigner friend fugitive gang gangster gardener general girl goer governor "
    "grandchild granddaughter grandfather grandmother grandson groom guard guardsman guardsmen guerrilla guest "
    "gunman gunmen herder herdsman herdsmen hijacker holidaymaker hostage human hunter husband imam immigrant "
    "infant infidel infiltrator informant inhabitant inmate instructor insurgent islamist jailer jawan jihadi "
    "jihadist journalist judge kid kidnapper laborer labourer lawmaker lawyer leader lecturer lieutenant life "
    "lives local loyalist major man manager marine martyr mason mastermind mayor medic member men mercenary "
    "merchant migrant militant militia militiaman militiamen miner minister missionary monk mother motorcyclist "
    "motorist mourner mp mujahid mujahideen national native negotiator neighbor neighbour nephew niece nomad nun "
    "nurse officer officers official oil-worker operative operator orphan other others paramedic paramilitary "
    "parent partisan party-goer partygoer passenger passer-by passerby passers-by pastor pastoralist patient "
    "peacekeeper pedestrian people perpetrator person personnel persons photographer picket pilgrim pilot player "
    "poet police policeman policemen policewoman politician priest prisoner private professor protester pupil "
    "raider ranger rebel rebels recruit refugee relative reporter rescuer reserve reservist resident returnee "
    "reveler reveller ringleader robber rustler sailor scholar schoolboy schoolchild schoolchildren schoolgirl "
    "scientist seaman seamen secretary senator separatist sergeant serviceman servicemember servicemen "
    "servicewoman servicewomen settler sheikh shopkeeper shopper sibling singer sister smuggler sniper soldier "
    "son soul specialist spectator spokesman spy squatter staff staffer stranger student survivor suspect teacher "
    "technician teen teenager terrorist thief toddler tourist trader trainee trainer traitor traveler traveller "
    "tribesman tribesmen troop trooper troops truck-driver twin uncle vendor veteran victim vigilante villager "
    "volunteer voter waiter waitress warden watchman widow wife woman women worker worshiper worshipper wounded "
    "writer youngster youth"
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
