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
    "abbot academic accountant acolyte acquaintance acrobat activist actor adherent adjudicator adjutant "
    "administrator admiral adolescent adult adversary adviser advisor advocate agent aid-worker aide airman airmen "
    "alderman ambassador ambulanceman ambulancemen amputee analyst anarchist anchorman angler announcer another "
    "anthropologist apiarist apostate apprentice arbiter archaeologist archbishop archer architect aristocrat arsonist "
    "artillerist artilleryman artillerymen artisan artist assailant assassin associate astronaut athlete attache "
    "attacker attendant attorney auditor aunt author auxiliaries auxiliary aviator baby babysitter bachelor backpacker "
    "baker balladeer bandit banker barber bargee barman barrister beautician bedouin beekeeper beggar believer bellboy "
    "bigamist biker biologist bishop blacksmith blogger boater boatman boatmen bodybuilder bodyguard bombardier bomber "
    "bombmaker bookkeeper bookseller botanist bouncer boxer boy brewer bricklayer bride bridegroom brigadier "
    "brigadiers brigand broker brother builder bureaucrat burglar bursar bus-driver busboy businessman busker butcher "
    "butler bystander cabbie cabinetmaker cadet cadre cameraman camerawoman campaigner camper campesino candidate "
    "canoeist capo captain captive carabiniere carabinieri carer caretaker carpenter cashier castaway catechist "
    "cavalryman cavalrymen celebrant celebrity centenarian chairman chairperson chairwoman chancellor chaplain "
    "chargehand chauffeur chef chemist chief chieftain chieftainess child children choirboy chorister chowkidar "
    "churchgoer churchwarden citizen civilian clansman clansmen classmate cleaner clergyman clergymen clergywoman "
    "cleric clerk climber coachman coalminer coastguard coastguardsman cobbler cocalero collaborator colleague "
    "collector collier colonel columnist combatant comedian commandant commander commando commissar commissioner "
    "commodore commodores commuter companion compatriot comptroller comrade comunero concierge conductor confectioner "
    "congregant congressman congresswoman conscript constable constabulary consul contractor convict cook coolie cop "
    "coroner corporal cosmonaut councillor councilman councilor councilwoman counsellor countryman countrymen "
    "countrywoman couple courier cousin cowboy cowherd coxswain craftsman craftsmen crew crewman crewmate crewmember "
    "crewmen criminal croupier crusader curate curator customer cyclist dacoit dairyman damsel dancer daughter deacon "
    "dead dealer dean decorator defector defender delegate demonstrator dentist deportee deputy deserter detainee "
    "detective devotee dignitary diocesan diplomat director disciple displaced dissident diver docker doctor doorman "
    "doormen draughtsman dressmaker driver drover drummer dustman dweller dyer economist editor educator elder elderly "
    "electrician embalmer emir emissary employee engineer engraver ensign entrepreneur enumerator envoy equestrian "
    "escapee evacuee evangelist executioner exile expert explorer extremist eyewitness facilitator family fan farmer "
    "farmhand farmworker father father-in-law fedayee fedayeen ferryman fiance fiancee fiddler fieldworker fighter "
    "filmmaker financier firefighter fireman firewoman fisher fisherfolk fisherman fishermen fisherwoman fishmonger "
    "fishworker follower footballer footsoldier forager foreigner foreman forester foundling freelancer friar friend "
    "fugitive functionary fundraiser gambler gang gangleader gangster gardener gatekeeper gatherer gendarme gendarmes "
    "general geographer geologist geriatric ghostwriter girl goalkeeper goatherd goer goldsmith goon governor graduate "
    "grandchild grandchildren granddaughter grandfather grandmother grandparent grandson granny gravedigger grazier "
    "greengrocer grenadier grocer groom guard guardsman guardsmen guerilla guerillas guerrilla guest guide gunman "
    "gunmen gunner gynaecologist gypsy hairdresser hairstylist handyman handymen harbourmaster harvester havildar "
    "hawker headhunter headman headmaster headmistress headteacher healer heir helmsman helper henchman henchmen "
    "herbalist herdboy herder herdsman herdsmen herdswoman hermit hijacker hiker historian hitchhiker holidaymaker "
    "homemaker homeowner hoodlum hooligan horseman horsemen hostage hostess hotelier householder housekeeper housemaid "
    "housemate housewife human hunter husband illustrator imam immigrant industrialist infant infantryman infantrymen "
    "infidel infiltrator informant inhabitant inmate innkeeper inspector instigator instructor insurgent intern "
    "internee interpreter interrogator interviewer intruder invalid inventor investigator ironmonger irregulars "
    "islamist islander jailer janitor jawan jawans jeweler jeweller jihadi jihadist jobseeker jogger joiner journalist "
    "judge juggler jurist juror kayaker kid kidnapper killer kinsfolk kinsman kinsmen kinswoman kinswomen laborer "
    "labourer lad landlord landowner landsman lascar laundress laundryman lawmaker lawyer layman laymen leader "
    "lecturer legionnaire legislator librarian lieutenant life lifeguard linesman linguist lives local locksmith "
    "lodger logger loner looter lorry-driver lorryman loyalist lumberjack machinist magistrate maid maidservant "
    "mailman mailmen major man manager manservant marcher marine mariner marksman marksmen martyr mason masseur "
    "mastermind mathematician matriarch matron maulana maulvi mayor mechanic mediator medic member men menfolk "
    "mercenary merchant merrymaker metalworker middleman midshipman midwife migrant militant militia militiaman "
    "militiamen milkmaid milkman miller millionaire millworker minelayer miner mineworker minister minor missionary "
    "mobster moderator monarch moneychanger moneylender monk mortician mother mother-in-law motorbiker motorcyclist "
    "motorist mountaineer mourner mp muezzin mufti mugger mujahid mujahideen mukhtar muleteer mullah murderer musician "
    "musketeer mutineer naik nanny narco national native naturalist negotiator neighbor neighbour nephew newborn "
    "newlywed newspaperman newspapermen newsreader niece nightwatchman nobleman nomad nonagenarian noncombatant novice "
    "nun nurse nursemaid nurseryman oarsman obstetrician occupant occupier octogenarian offender officeholder officer "
    "officers official oil-worker oilman oilmen oldster onlooker operative operator oppositionist optician orderly "
    "organiser organist organizer orphan other others overseer paediatrician painter pallbearer pandillero pandit "
    "parachutist paralegal paramedic paramilitaries paramilitary paratrooper parent parishioner parliamentarian "
    "participant partisan party-goer partygoer passenger passer-by passerby passers-by passersby pastor pastoralist "
    "pathologist patient patriarch patrolman patrolmen patron pawnbroker paymaster peacekeeper peasant peddler "
    "pedestrian pedlar pensioner peon people perpetrator person personnel persons pharmacist philanthropist "
    "philosopher photographer physician physicist physiotherapist pianist picket pickpocket pilgrim pilot plasterer "
    "player playmate playwright plotter plumber poacher poet police policeman policemen policewoman policymaker "
    "politician pollster porter postgraduate postman postmaster postwoman potter preacher president priest principal "
    "printer prisoner private probationer producer professor prosecutor prospector prostitute protester provocateur "
    "provost psychiatrist psychologist publisher pupil purser quadruplet quarryman quarrymen quartermaster quintuplet "
    "rabbi raftsman raider rancher ranchero ranger rapist rebel rebels receptionist recluse recruit rector reformer "
    "refugee regent registrar relative renegade repairer repairman reporter representative rescuer researcher reserve "
    "reservist reservists resident restaurateur retiree returnee reveler reveller rickshawpuller rider rifleman "
    "riflemen ringleader rioter roadsweeper robber rondero roofer roommate roughneck runner rustler saboteur sacristan "
    "saddler sailor salesclerk salesgirl salesman saleswoman samaritan sapper sarpanch satirist saviour scavenger "
    "scholar schoolboy schoolchild schoolchildren schoolfriend schoolgirl schoolmaster schoolmate schoolmistress "
    "schoolteacher scientist scout screenwriter sculptor seafarer seaman seamen seamstress secretary seminarian "
    "seminarist senator sentinel sentry separatist sepoy septuagenarian sergeant servant serviceman servicemember "
    "servicemen servicewoman servicewomen settler sharecropper sharpshooter sheikh shepherd shepherdess sheriff "
    "shipmate shipwright shoemaker shoeshine shopgirl shopkeeper shopowner shopper showman sibling sicario sidekick "
    "signaller signalman signalmen silversmith singer sister sister-in-law skier skipper skirmisher slave smallholder "
    "smuggler sniper socialite sociologist soldier son son-in-law soul speaker spearman spearmen specialist spectator "
    "speechwriter spinster spokesman spokesperson spokeswoman sportsman sportsmen sportswoman spouse spy squatter "
    "stabber stableboy staff staffer stallholder stallkeeper statesman stationmaster steelworker stepbrother "
    "stepdaughter stepfather stepmother stepsister stepson stevedore steward stewardess stoker stonecutter stonemason "
    "storekeeper storeman storyteller stowaway straggler stranger streetvendor stringer student stuntman subedar "
    "subordinate subversive superintendent supervisor supporter surfer surgeon surveyor survivor suspect swimmer "
    "swordsman sympathiser sympathizer tailor talib talibs tapper taxidriver teacher teammate teamster technician "
    "technocrat teen teenager teenybopper telegraphist telephonist tenant terrorist therapist thief ticket-seller "
    "tinsmith toddler toiler torturer tourist townsfolk townsman townspeople townswoman tracker trader tradesman "
    "tradesmen trainee trainer trainman traitor translator traveler traveller trawlerman treasurer trekker tribals "
    "tribesman tribesmen tribeswoman triplet troop trooper troops truck-driver truckdriver trucker trustee turncoat "
    "tutor twin twins typesetter typist uncle undergraduate undertaker unionist upholsterer urchin usher usherette "
    "vagabond vagrant valet vendor veteran veterinarian vicar victim viewer vigilante villagefolk villager vintner "
    "violinist visitor vlogger volunteer voter voyager waif waiter waitress warden warlord warmonger warrior "
    "watchkeeper watchmaker watchman watchwoman wayfarer weaver weightlifter welder wheelwright widow widower wife "
    "winegrower witness woman women womenfolk woodcutter woodman woodmen woodsman woodsmen worker workingman workman "
    "workmate workmen workwoman worshiper worshipper wounded wrestler writer yachtsman yardman yeoman youngster "
    "youngsters youth"
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
