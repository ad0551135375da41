/**
 * Words that hashtags of an ambulance service are made of. A hashtag is only taken apart when all of it is among them, so
 * one that is missing costs advice, and no one that stands here gives wrong advice by itself.
 */
export const WORDS: ReadonlySet<string> = new Set(
  `ability about access accident aid air all allied ambulance and annual anniversary antibiotic anxiety app
  apprentice apprentices apprenticeship apprenticeships april are army asthma at august autism awards aware awareness away
  babies baby back bank be behind best better between big bike biker black bleed blood blue board body bravery break
  breast bring british buddy bus bystander call caller calls campaign can cancer cardiac care career careers carer carers
  caring carol centre champion champions change charity check chest child children choices choose christmas city class
  clean clinical clinician clinicians coast cold colleague colleagues college come communities community compassion
  connect conference control cool corps cost council country county cover covid crew crews cycle cycling dangers day days
  deaf dean defib defibrillator defibrillators dementia derby derbyshire diabetes dial dignity disability discover
  dispatch dispatcher dispatchers diversity do doctor doctors done dont donor drink drive driver drivers driving drugs
  dying east easter emergencies emergency end engagement england epilepsy equality ethnic event every everyone excellence
  eyes face faces fair falls families family feel festival find fire first fit fleet flu for forces forum freedom friday
  friend friends from frontline fund future get give giving go good governance graduate great green guardian guardians half
  hall hands happy have health healthy heart hear heat help helping here hero heroes heritage history home homes honour
  honours hospital hospitals hot hour hours how human icy improvement in inclusion inclusive infection inside inspire
  international is it jab january job jobs join journey july june keep kids kind kindness know knife lancashire law
  leader leaders leadership league learn learning leeds leicester lest letter life light lights lincoln lincolnshire listen
  lives living local london long look loss love make making march marathon matter matters me medal medic medical medicine
  medics meet memorial memory men mental midlands midwife midwives military mind minutes mission monday month more
  motor mum museum my national never new news newyear next nhs night nightingale nights no north northampton northamptonshire
  not nottingham nottinghamshire november nurse nurses october of officer officers on one online only open operations our
  out over paramedics parents park parliament partnership patient patients pay peer people person pharmacy place plan
  please police practice pressure pride prevent prevention primary professional professionals programme protect proud
  public put quality queen question race ramadan rapid ready real recruitment red region remember remembrance research
  resilience rescue respect responder responders response restart retire ride right ring road roads role roles royal run
  running safe safeguarding safely safer safety saturday save saves saving say scam science screening season see sepsis
  september service services sexual share shift shifts show sick sickle side silence simple sister skills sleep smart
  smile smoke social south speak special spring stars start station stay staying step stop stories story stress stroke
  strong student students suicide summer sun sunday support supporting surgery survival survive survivor survivors take
  talk talking team teams technician technicians tell test thank thanks the their think this thursday time to today
  tomorrow tour town train training transport trust trusts tuesday turn two uniform unit united university up us
  use vaccine vaccines values vehicle vehicles veteran veterans video violence virtual volunteer volunteering volunteers
  wait walk want warm was watch water way we wear wednesday week weekend weeks welcome welfare well wellbeing west what
  when white why winter wise with without women wonderful word work worker workers working world year years yes yorkshire
  you young your youth zone`.split(/\s+/),
);

/** Words in one, though each half of them is one too. */
export const ONE_WORD: ReadonlySet<string> = new Set(
  `aftercare airmen anyone background become behalf beside besides blackboard blackface blackfaces blackout bloodbank breakaway
  checkout checkup childcare comeback countrywomen daybreak daylight daytime driveway everyday everyone fallback firemen
  fireside forgive forget freshmen getaway giveaway goodnight halfway hallway healthcare heartbreak heroin hometown
  homework income inpatient inpatients input inside intake lifelong lifesaving lifetime lookout makeover mankind
  moreover motorbike motorway network newborn nightlife nighttime nightwatch northeast northwest onboard online outbreak
  outcome outlook outpatient outpatients output outrun outside overall overboard overcome overhear overlook overnight
  override overrun oversee overtake overtime overturn overwork parkrun parkway payback payday policemen policewomen
  restart roadside runaway runway screentime seaside shiftwork sideways skateboard someday someone southeast southwest
  spokeswomen springtime stopwatch summertime sunday sunscreen takeaway takeover talkback teamwork timeout together
  turnout turnover understand update uptake upturn walkway walkout waterside waterway watchmen weekday weekdays weekend
  welcome whatever whiteboard wintertime within without womenfolk workforce workout workplace workshop worldwide`.split(
    /\s+/,
  ),
);
