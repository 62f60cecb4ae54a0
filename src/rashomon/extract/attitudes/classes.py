"""Classes of words by meaning, so that a rare word is judged by its like ("relish" by "enjoy").

Closed knowledge of English, after the classes of verbs in Levin, English Verb Classes and Alternations (1993), 29-38
and others, written down by hand; nouns and adjectives stand with the verbs that they go with. A word may be in several.
"""

from rashomon.extract.attribution.lexicon import words

_CLASSES = {
    "saying": """say tell add state report announce declare note explain inform disclose mention write tweet post
        remark
        comment recount testify relate narrate utter voice speak talk quip joke whisper shout yell scream mutter
        murmur exclaim cry blurt rant recite pronounce proclaim notify email text phone call statement announcement
        declaration testimony speech message letter word interview vocal outspoken reply answer respond repeat
        reiterate echo interject chime boast brag chant opine elaborate articulate reaffirm restate preach lecture
        thunder bark confide avow spout publicize broadcast air allude alert brief caution outline detail clarify
        chronicle reminisce hypothesize surmise profess response explanation disclosure reminder quote refrain mantra
        slogan proclamation""",
    "arguing": """argue assert claim allege contend insist maintain posit reason submit counter retort rebut
        refute dispute
        debate quarrel bicker disagree object protest plead argument assertion allegation contention point case
        rebuttal objection position stance view opinion""",
    "conceding": """admit concede acknowledge confess grant own accept recognize recognise admission concession
        acknowledgement
        acknowledgment confession recognition apologize apologise err regret""",
    "denying": """deny reject dismiss disavow disown repudiate renounce decline refuse rebuff spurn rule denial
        rejection
        refusal dismissal ignore withhold avoid eschew deflect refrain shun""",
    "telling to": """ask urge beg beseech implore plead request demand order command instruct direct tell call
        exhort press
        pressure push lobby petition advise counsel recommend encourage invite summon require insist appeal plea
        advice recommendation encouragement invitation urging convince persuade remind reassure coach prod nudge
        mandate prohibit ban authorize bar forbid compel dare oblige solicit""",
    "promising": """promise vow pledge swear guarantee assure commit undertake threaten warn offer agree consent
        assurance
        commitment threat warning agreement""",
    "believing": """believe think suppose assume presume suspect guess figure reckon imagine conclude infer deduce
        doubt consider
        deem regard view see judge hold estimate expect anticipate predict forecast foresee project bet wager trust
        perceive conceive envision envisage belief thought assumption suspicion conclusion expectation prediction
        opinion conviction notion perception judgment judgement faith sure certain confident convinced doubtful
        skeptical sceptical uncertain unsure optimistic pessimistic surmise hypothesize interpret rethink reconsider
        underestimate overestimate sentiment outlook attitude perspective interpretation wisdom confidence
        philosophy""",
    "knowing": """know understand realize realise learn discover find notice recognize recognise remember forget
        recall grasp
        comprehend acknowledge aware unaware knowledge understanding realization awareness discovery conscious mindful
        familiar oblivious ignorant memory recollection experience fact information lesson""",
    "wondering": """wonder ask question inquire enquire query ponder contemplate consider debate weigh mull
        reflect speculate
        deliberate muse inquiry curious speculation consideration contemplation""",
    "wanting": """want wish desire crave long yearn hope aspire hanker covet need prefer like seek pursue aim itch
        hunger thirst
        aspiration longing yearning preference ambition dream eager keen anxious hungry desperate willing reluctant
        unwilling hesitant ready interested hopeful loath inclined determined lean await wait flirt gravitate vie
        jockey intent willingness unwillingness reluctance poised enthusiasm passion""",
    "planning": """plan intend mean propose aim decide choose resolve opt determine elect prepare plot scheme
        design intention
        goal purpose decision choice proposal determination target objective strategy agenda consider pivot gear
        schedule pitch float approach policy platform mission""",
    "fearing": """fear dread worry fret panic hesitate shudder concern alarm frighten scare terrify unnerve
        trouble bother
        anxiety apprehension unease afraid scared fearful worried concerned alarmed anxious nervous wary frightened
        terrified apprehensive uneasy leery troubled unsettle rattle agitate insecurity uncertainty""",
    "liking": """like love enjoy adore relish cherish admire appreciate respect value treasure prize favor favour
        esteem revere
        idolize worship embrace savor welcome applaud admiration appreciation affection fondness fan admirer fond
        proud happy glad pleased delighted thrilled excited enthusiastic grateful thankful impressed content
        comfortable satisfied passionate enamored enamoured infatuate euphoria resonate attract favorite favourite
        empathize sympathize sympathise revel warm""",
    "hating": """hate dislike detest loathe despise abhor resent begrudge envy deplore mistrust distrust disdain
        scorn hatred
        contempt resentment anger fury outrage distaste animosity hostility angry furious upset mad outraged annoyed
        irritated frustrated disgusted disappointed dissatisfied unhappy displeased bitter resentful hostile fed tired
        sick weary critic rankle exasperate dismay embitter miff horrify offend indignation annoyance revulsion
        aversion discontent disapproval disappointment frustration antipathy ire backlash""",
    "feeling": """feel regret mourn grieve rejoice marvel lament bemoan rue suffer sense surprise shock stun amaze
        astonish
        baffle puzzle confuse disappoint please delight thrill excite impress anger infuriate enrage irk annoy
        frustrate upset sadden sorry sad surprised shocked stunned amazed astonished puzzled baffled embarrassed
        ashamed guilty jealous feeling sorrow joy grief sympathy heartbroken devastated laugh smile shrug bristle
        groan smirk beam wince mystify embarrass overwhelm""",
    "supporting": """support back endorse champion defend advocate promote approve favor favour sanction ratify
        bless second uphold
        embrace espouse side rally vote campaign stump affirm validate justify endorsement backing advocacy defense
        defence approval supporter proponent backer defender sympathetic supportive sponsor bankroll mobilize unite
        stick rely""",
    "opposing": """oppose resist fight combat object protest reject dissent defy challenge contest boycott block
        veto counter
        buck obstruct opposition resistance objection opponent critic foe adversary against opposed resistant averse
        balk demur forbid restrict withdraw disregard retaliate distance split diverge""",
    "criticising": """criticize criticise condemn denounce blame accuse fault slam blast rip bash lambaste lambast
        attack assail
        castigate chastise chide rebuke reprimand scold berate censure deride mock ridicule taunt insult belittle
        disparage denigrate vilify demonize decry deplore bemoan pan knock hit skewer excoriate admonish charge impugn
        savage trash dismiss lash tear hammer pummel rail slight needle jab target question complain criticism
        condemnation denunciation accusation mockery complaint broadside critique critical dismissive scornful boo
        scoff heckle bristle harangue fulminate grouse gripe gloat poke swipe jeer satirize eviscerate revile smear
        discredit downplay disapprove disregard spar clash squabble ding whack bludgeon shrug brush confront
        contradict barb scrutiny rhetoric""",
    "praising": """praise hail laud commend applaud compliment congratulate thank credit celebrate salute honor
        honour extol tout
        toast welcome cheer glorify exalt acclaim commendation applause congratulation tribute celebration gratitude
        vouch trumpet extoll herald gush plaudit acclaimed""",
    "naming": """call name label brand term dub describe characterize characterise portray depict cast paint frame
        define
        classify style identify refer regard treat consider view see compare liken equate rank rate description
        characterization portrayal depiction definition comparison reference coin nickname title quote cite invoke
        attribute associate link contrast mirror symbolize exemplify render pin peg""",
    "showing": """show reveal demonstrate indicate suggest imply signal hint prove expose disclose illustrate
        reflect confirm
        underscore highlight emphasize emphasise stress underline point betray convey express communicate present
        display exhibit unveil indication suggestion proof sign revelation expression evidence outline document
        feature capture publish release chart register record echo mirror spell footage image finding""",
    "seeing": """see watch hear observe notice witness view spot glimpse look listen eye gaze stare feel smell
        taste overhear
        sight observation""",
    "inquiring": """study examine investigate analyze analyse review research survey probe explore assess evaluate
        inspect check
        test measure calculate count tally determine discuss examination investigation analysis assessment evaluation
        poll discussion""",
    "agreeing": """agree concur accept approve consent assent acquiesce comply align subscribe accede disagree
        differ dissent
        agreement accord consensus disagreement""",
    "caring": """care mind matter focus concentrate emphasize prioritize dwell obsess attend interest intrigue
        fascinate
        priority attention obsession interested fascinated obsessed indifferent""",
    "trying": """try attempt strive endeavor endeavour struggle work labor fight seek bid manage fail refuse
        effort""",
    "ruling": """rule judge decide decree order convict acquit sentence hold find uphold overturn decision ruling
        verdict
        judgment""",
    "going on": """begin start continue keep stop cease finish end quit resume proceed remain stay""",
    "causing": """make let cause force help enable allow prevent lead drive get have keep stop trigger prompt
        spark create
        produce generate""",
    "moving": """go come run walk move travel drive fly ride arrive leave enter exit return flee escape climb fall
        rise drop
        jump rush march head cross pass follow chase land sail step""",
    "handling": """take bring carry put place set lay pull push throw drop lift hold grab catch pick send deliver
        ship hand pass
        cut break open close hit strike beat kick shoot kill bomb burn destroy build fix""",
    "having": """have own possess get receive obtain acquire buy purchase sell pay spend earn win lose gain give
        grant lend
        borrow donate inherit keep save cost""",
    "being": """be become remain seem appear look sound stand exist happen occur live die reside consist include
        contain
        involve belong concern represent""",
    "changing": """change grow increase decrease rise fall decline shrink expand reduce raise lower improve worsen
        develop turn
        shift double""",
    "doing": """do act work serve play perform use employ apply conduct run operate manage lead hold host attend
        join meet
        visit teach train elect appoint hire arrest charge sue""",
}
_OF: dict[str, tuple[str, ...]] = {}
for _name, _listed in _CLASSES.items():
    for _word in words(_listed):
        _OF[_word] = (*_OF.get(_word, ()), _name)


def classes(lemma: str) -> tuple[str, ...]:
    """The classes that hold this lemma; empty where none does."""
    return _OF.get(lemma, ())
