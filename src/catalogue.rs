//! What the rules and kinds say of themselves, read from the compiled tables.

use crate::blob::Reader;
use crate::finding::{Severity, Surface};

/// A kind of finding: the contract between rules, policies and everyone who reads findings.
#[derive(Debug)]
pub struct Kind<'a> {
    /// `category/name`.
    pub name: &'a str,
    /// A short noun phrase for the head of the card.
    pub title: &'a str,
    /// What a reader could work out, or feel.
    pub why: &'a str,
    /// What to do instead.
    pub instead: &'a str,
    /// How grave it is where the policy does not say otherwise.
    pub severity: Severity,
}

impl Kind<'_> {
    /// The part of the name before the slash.
    pub fn category(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }
}

/// What a match of a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emits {
    /// A finding of the kind with this number, if its detector agrees.
    Kind(u8),
    /// Evidence for a detector; no finding of its own.
    Tag(Tag),
}

/// The part of a kind's name before the slash, and what is no kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// Could identify someone.
    Identifier,
    /// Demeans someone.
    Derogatory,
    /// About a profile's words on whose views they are.
    Disclaimer,
    /// Any other kind: what its rules match is the finding.
    Other,
    /// No kind: evidence for the detectors.
    Evidence,
}

impl Category {
    fn of(emits: Emits, kinds: &[Kind<'_>]) -> Self {
        let Emits::Kind(kind) = emits else { return Self::Evidence };
        match kinds[usize::from(kind)].category() {
            "identifier" => Self::Identifier,
            "derogatory" => Self::Derogatory,
            "disclaimer" => Self::Disclaimer,
            _ => Self::Other,
        }
    }
}

/// A rule as the scanner needs it.
#[derive(Debug)]
pub struct Rule<'a> {
    /// Its name in `rules/`.
    pub id: &'a str,
    /// What a match of it is.
    pub emits: Emits,
    /// Whose detector looks at it.
    pub category: Category,
    /// How grave it is, when it differs from its kind.
    pub severity: Option<Severity>,
    /// The test that a match must pass.
    pub check: Check,
    /// Whether it also looks inside links, handles and hashtags.
    pub in_url: bool,
    surfaces: u8,
}

impl<'a> Rule<'a> {
    /// Whether the rule is meant for text on `surface`.
    pub fn applies_to(&self, surface: Surface) -> bool {
        self.surfaces & surface.bit() != 0
    }

    fn read(r: &mut Reader<'a>, kinds: &[Kind<'_>]) -> Self {
        let id = r.text();
        let emits = match r.byte() {
            0 => Emits::Kind(r.byte()),
            _ => Emits::Tag(Tag::ALL[usize::from(r.byte())].1),
        };
        let severity = Severity::ALL.get(usize::from(r.byte())).copied();
        let check = Check::ALL[usize::from(r.byte())].1;
        let in_url = r.byte() != 0;
        Self { id, emits, category: Category::of(emits, kinds), severity, check, in_url, surfaces: r.byte() }
    }
}

/// All kinds and rules, in the order of their numbers.
#[derive(Debug)]
pub struct Catalogue<'a> {
    /// The kinds of `rules/kinds.toml`.
    pub kinds: Vec<Kind<'a>>,
    /// The rules of all files in `rules/`.
    pub rules: Vec<Rule<'a>>,
    /// The first rule of each check, which is the one that a detector raises.
    raised: Vec<Option<u16>>,
}

impl<'a> Catalogue<'a> {
    /// Reads what `compile::tables` wrote.
    pub fn read(reader: &mut Reader<'a>) -> Self {
        let kinds = reader.list(|r| Kind {
            name: r.text(),
            title: r.text(),
            why: r.text(),
            instead: r.text(),
            severity: Severity::ALL[usize::from(r.byte())],
        });
        let rules = reader.list(|r| Rule::read(r, &kinds));
        let first = |check| rules.iter().position(|r: &Rule<'_>| r.check == check).map(|n| n as u16);
        let raised = Check::ALL.iter().map(|&(_, check)| first(check)).collect();
        Self { kinds, rules, raised }
    }

    /// The rule that the detector of `check` raises.
    pub fn rule_of(&self, check: Check) -> Option<u16> {
        self.raised[check as usize]
    }

    /// The number of the kind called `name`.
    pub fn kind_number(&self, name: &str) -> Option<usize> {
        self.kinds.iter().position(|k| k.name == name)
    }
}

/// Lists the variants of an enum with the names by which rule files know them.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$note])* $variant,)* }

        impl $name {
            /// All of them with their names, by number.
            pub const ALL: &'static [(&'static str, Self)] = &[$(($text, Self::$variant),)*];
        }
    };
}

named! {
    /// What a piece of evidence speaks of.
    Tag {
        /// The surrounding longer phrase makes an offensive word innocent.
        Innocent = "innocent",
        /// Health care is spoken of: a number nearby may well be a patient's.
        Health = "health",
        /// A vehicle is spoken of.
        Vehicle = "vehicle",
        /// A registration mark is spoken of.
        Plate = "plate",
        /// A birth or a date of birth is spoken of.
        Birth = "birth",
        /// A date, which is one of birth only beside [`Tag::Birth`].
        Date = "date",
        /// A job or its patient is spoken of, as staff do.
        Incident = "incident",
        /// The writer and others, together.
        We = "we",
        /// The writer's family is spoken of.
        Own = "own",
        /// Something is shown or shared.
        Showing = "showing",
        /// Someone is hinted at.
        Hint = "hint",
        /// Work by which neighbours would know someone.
        Telling = "telling",
        /// A colleague's or patient's role, in front of a name.
        Role = "role",
        /// What is said of a colleague, behind a name.
        SaidOfAColleague = "said-of-a-colleague",
        /// A first name.
        FirstName = "first-name",
        /// Names an employer that the policies cover.
        Employer = "employer",
        /// Names a profession that the policies cover.
        Profession = "profession",
        /// Says that the views are one's own.
        Disclaimer = "disclaimer",
        /// Says that the views are not the employer's.
        NotTheEmployers = "not-the-employers",
        /// Hints at work for an ambulance service.
        WorkHint = "work-hint",
        /// Speaks as the service itself.
        Official = "official",
        /// Looked up: what an ambulance service is called in names of accounts.
        Service = "service",
        /// Looked up: the same, where it is an ordinary word too.
        ShortService = "short-service",
        /// Looked up: a word by which official accounts are known.
        OfficialWord = "official-word",
        /// Looks like a disclaimer and is none.
        NotDisclaimer = "not-disclaimer",
        /// A digit that is written as a word.
        SpokenDigit = "spoken-digit",
        /// Kit, treatment and places of care.
        Care = "care",
        /// Harm and rescue.
        Harm = "harm",
        /// People, things, places and feelings of any story.
        Setting = "setting",
        /// The working day of a crew.
        Duty = "duty",
        /// He, she and their kin.
        ThirdPerson = "third-person",
        /// A lesson, a story, a notice: no job.
        Elsewhere = "elsewhere",
        /// An exercise or a story: whatever is told of it happened to nobody.
        Drill = "drill",
        /// Someone's age in so many words.
        Aged = "aged",
        /// A day off.
        Leisure = "leisure",
        /// What someone is known for.
        Fame = "fame",
        /// What someone has.
        Belongings = "belongings",
        /// Who belongs to someone.
        Family = "family",
        /// An event by which a day is known.
        Occasion = "occasion",
        /// The writer.
        Myself = "myself",
        /// A patient's or visitor's word on care that they were given.
        Feedback = "feedback",
        /// A part of the body.
        Body = "body",
        /// A thing that does not belong in a body.
        Thing = "thing",
        /// A kind of place.
        Spot = "spot",
        /// A word for a street.
        Street = "street",
        /// Looked up: a town or a village.
        Place = "place",
        /// Looked up: a surname.
        Surname = "surname",
        /// A word of timetables and plans.
        Schedule = "schedule",
        /// What stands in front of a colleague's name.
        NameCue = "name-cue",
        /// What stands in front of a patient's name.
        PatientCue = "patient-cue",
        /// A pet, whose name is no one's.
        Pet = "pet",
        /// Looked up: a thing that people swear at.
        Machine = "machine",
        /// Someone in the public eye or in a story.
        PublicFigure = "public-figure",
        /// A contact that is published, or an event that everyone is asked to.
        Public = "public",
        /// Contempt, whoever it is said of.
        Scorn = "scorn",
        /// What demeans a group when it is said of all of it.
        Slight = "slight",
        /// Loathing, whose object follows.
        Loathing = "loathing",
        /// What is said behind the name of those who are despised.
        Repelling = "repelling",
        /// A verb of harm.
        Harming = "harming",
        /// Harm that someone is wished.
        Doom = "doom",
        /// Looked up: people of a race, nationality or origin.
        OfRace = "of-race",
        /// Looked up: people of a religion or belief.
        OfReligion = "of-religion",
        /// Looked up: women and men.
        OfSex = "of-sex",
        /// Looked up: people by sexual orientation.
        OfSexualOrientation = "of-sexual-orientation",
        /// Looked up: trans people.
        OfGenderReassignment = "of-gender-reassignment",
        /// Looked up: people with a disability or illness.
        OfDisability = "of-disability",
        /// Looked up: people by age.
        OfAge = "of-age",
        /// Looked up: expecting mothers.
        OfPregnancy = "of-pregnancy",
        /// Looked up: people by marriage.
        OfMarriage = "of-marriage",
        /// Looked up: people by class, money or way of life.
        OfCulture = "of-culture",
        /// Looked up: patients, callers and relatives.
        OfPatients = "of-patients",
        /// Looked up: those who work beside the writer.
        OfColleagues = "of-colleagues",
        /// Looked up: the employer and its leaders.
        OfTheEmployer = "of-the-employer",
        /// Looked up: words that name people only with a noun behind them.
        OfSome = "of-some",
        /// Looked up: words of contempt, complaint and ridicule.
        Scathing = "scathing",
        /// Set phrases of mockery.
        Jibe = "jibe",
        /// Looked up: words that sound sour beside them.
        Sour = "sour",
        /// Looked up: words of care and praise.
        Warm = "warm",
        /// Looked up: what speaks of race.
        OnRace = "on-race",
        /// Looked up: what speaks of religion.
        OnReligion = "on-religion",
        /// Looked up: what speaks of a sex.
        OnSex = "on-sex",
        /// Looked up: what speaks of sexual orientation.
        OnSexualOrientation = "on-sexual-orientation",
        /// Looked up: what speaks of being trans.
        OnGenderReassignment = "on-gender-reassignment",
        /// Looked up: what speaks of disability and illness.
        OnDisability = "on-disability",
        /// Looked up: what speaks of age.
        OnAge = "on-age",
        /// Looked up: what speaks of pregnancy.
        OnPregnancy = "on-pregnancy",
        /// Looked up: what speaks of marriage.
        OnMarriage = "on-marriage",
        /// Looked up: what speaks of a way of life.
        OnCulture = "on-culture",
        /// Looked up: what speaks of patients.
        OnPatients = "on-patients",
        /// Looked up: what speaks of colleagues.
        OnColleagues = "on-colleagues",
        /// Looked up: what speaks of the employer.
        OnTheEmployer = "on-the-employer",
    }
}

named! {
    /// A test that a match must pass before it is a finding; `detect` holds them.
    Check {
        /// Every match passes.
        None = "none",
        /// Check digit, allocated range, way of writing and what it stands beside.
        NhsNumber = "nhs-number",
        /// An existing area, and not an ordinal or a unit of measure.
        Postcode = "postcode",
        /// A number that can be dialled in the United Kingdom and belongs to a person.
        Phone = "phone",
        /// An address of a person.
        Email = "email",
        /// A prefix that can be issued.
        NiNumber = "ni-number",
        /// Written as a date of birth, or beside words that say so.
        DateOfBirth = "date-of-birth",
        /// Written as a plate, or beside a vehicle.
        Vehicle = "vehicle-registration",
        /// Beside a vehicle only.
        BesideVehicle = "beside-vehicle",
        /// Beside a vehicle, in capitals, and no number with a unit.
        Dateless = "dateless",
        /// Written as an address, not as a distance or a time.
        Address = "address",
        /// A named house and street, in capitals.
        NamedHouse = "named-house",
        /// Raised for the lines in front of a postcode; such a rule has neither pattern nor words.
        AddressLines = "address-lines",
        /// An age and a sex, not an amount.
        AgeWithSex = "age-with-sex",
        /// A label and a number, not a distance or a year.
        LocalCode = "local-code",
        /// A call-sign, not a hotel.
        CallSign = "call-sign",
        /// The number of a crew's vehicle, not an amount or a time.
        CrewedCode = "crewed-code",
        /// Raised by the detector of places; such a rule has neither pattern nor words.
        Location = "location",
        /// A condition of someone else.
        OfAPatient = "of-a-patient",
        /// A record that is shown.
        Shown = "shown",
        /// A picture of an incident, not of one's own things.
        IncidentPicture = "incident-picture",
        /// A title and a name in capitals where an incident is spoken of.
        TitledName = "titled-name",
        /// Raised for the codes that a policy names; such a rule has neither pattern nor words, and its examples are
        /// the policies'.
        OwnCode = "own-code",
        /// Raised by the detector of names; such a rule has neither pattern nor words.
        FullName = "full-name",
        /// Raised by the detector of jigsaws; such a rule has neither pattern nor words.
        Jigsaw = "jigsaw",
        /// A site's name, written as an address; covers the whole of it.
        Site = "site",
        /// A step of a link's path; covers the whole link.
        Page = "page",
        /// An existing area, once an o is read as a nought and an l as a one.
        MisreadPostcode = "misread-postcode",
        /// A number that can be dialled, in a link.
        LinkedPhone = "linked-phone",
        /// An address with its signs written as words.
        SpeltEmail = "spelt-email",
        /// A year of birth of someone else.
        BirthYear = "birth-year",
        /// Raised by the detector of dictated numbers; such a rule has neither pattern nor words.
        SpokenNhsNumber = "spoken-nhs-number",
        /// Raised by the detector of dictated numbers; such a rule has neither pattern nor words.
        SpokenPhone = "spoken-phone",
        /// Raised by the detector of dictated numbers; such a rule has neither pattern nor words.
        SpokenNiNumber = "spoken-ni-number",
        /// Raised by the detector of dictated numbers; such a rule has neither pattern nor words.
        SpokenBirth = "spoken-birth",
        /// Raised by the detector of dictated numbers; such a rule has neither pattern nor words.
        SpokenCode = "spoken-code",
        /// A picture where an incident is spoken of.
        AnyPicture = "any-picture",
        /// A day without a year, beside a word for birth, of someone else.
        Birthday = "birthday",
        /// An injury that people would talk about.
        Injury = "injury",
        /// A numbered road where an incident was.
        NumberedRoad = "numbered-road",
        /// A ward, a bay or a bed where a patient is.
        Bed = "bed",
        /// A record that is shown where an incident is spoken of.
        ShownInIncident = "shown-in-incident",
        /// A number of people so small that it tells who.
        Statistic = "statistic",
        /// A recording that is shown, or spoken of where an incident is.
        Footage = "footage",
        /// A day of a month without its month, on which an incident was.
        Nth = "nth",
        /// A number that opens a sentence and is an age.
        BareAge = "bare-age",
        /// Raised by the detector of ages; such a rule has neither pattern nor words.
        BareAgeWords = "bare-age-words",
        /// Raised by the detector of wounds; such a rule has neither pattern nor words.
        Wound = "wound",
        /// A syndrome or disease by its name.
        NamedCondition = "named-condition",
        /// An age that is said to be one, of a patient.
        Age = "age",
        /// A number that is an age by the words in front of it.
        SaidAge = "said-age",
        /// A word that tells a patient's sex.
        Gender = "gender",
        /// When an incident was.
        Time = "time",
        /// Figures that are when an incident was, not a price.
        TimeInFigures = "time-in-figures",
        /// A day of a month on which an incident was.
        Date = "date",
        /// Raised by the detector of bios; such a rule has neither pattern nor words.
        DisclaimerMissing = "disclaimer-missing",
        /// Raised by the detector of bios; such a rule has neither pattern nor words.
        DisclaimerWording = "disclaimer-wording",
        /// Raised by the detector of bios and handles; such a rule has neither pattern nor words.
        DisclaimerOfficial = "disclaimer-official",
        /// Raised by the detector of derogatory language, one rule a kind; such a rule has neither pattern nor words.
        Derided = "derided",
        /// Raised by the detector of conduct, when what stands together weighs enough; such a rule has neither pattern nor
        /// phrases.
        Weighed = "weighed",
        /// Raised by the detector of conduct; such a rule has neither pattern nor words.
        Narrative = "narrative",
    }
}
