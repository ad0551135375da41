//! Identifiers: a pattern finds the shape, a check decides.

use super::candidate::Candidate;
use super::checks::{self, Verdict};
use super::scene::LateScene;
use super::{
    Context, Hit, condition, dates, handover, jigsaw, names, numbers, person, places, plates, record, spelt, spoken,
    when, whereabouts, wounds,
};
use crate::catalogue::{Category, Check};
use crate::finding::Surface;

/// Checks that ask what the post speaks of.
const CONTEXTUAL: &[Check] = &[
    Check::Age,
    Check::SaidAge,
    Check::Gender,
    Check::AgeWithSex,
    Check::Time,
    Check::Nth,
    Check::BareAge,
    Check::NamedCondition,
    Check::TimeInFigures,
    Check::Date,
    Check::NumberedRoad,
    Check::Bed,
    Check::OfAPatient,
    Check::Injury,
    Check::Statistic,
    Check::TitledName,
];

/// Adds the identifiers.
pub fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let late = LateScene::new();
    // A profile tells of its owner.
    let of_others = !matches!(context.options.surface, Surface::Bio | Surface::Handle);
    for m in context.matches.iter().filter(|m| context.category(m) == Category::Identifier) {
        let check = context.catalogue.rules[usize::from(m.rule)].check;
        if !of_others && CONTEXTUAL.contains(&check) {
            continue;
        }
        let found = Candidate::new(context, &late, m);
        let verdict = match check {
            Check::NhsNumber => numbers::nhs_number(&found),
            Check::Phone => numbers::phone(&found),
            Check::NiNumber => numbers::ni_number(&found),
            Check::Postcode => checks::postcode(&found),
            Check::MisreadPostcode => checks::misread_postcode(&found),
            Check::LinkedPhone => numbers::linked_phone(&found),
            Check::Vehicle => plates::vehicle(&found),
            Check::BesideVehicle => plates::beside_vehicle(&found),
            Check::Dateless => plates::dateless(&found),
            Check::Birthday => dates::birthday(&found),
            Check::BirthYear => dates::birth_year(&found),
            Check::SpeltEmail => spelt::email(&found),
            Check::Email => checks::email(&found),
            Check::DateOfBirth => dates::date_of_birth(&found),
            Check::Address => places::address(&found),
            Check::NamedHouse => places::named_house(&found),
            Check::AgeWithSex => person::age_with_sex(&found),
            Check::LocalCode => handover::local_code(&found),
            Check::CallSign => handover::call_sign(&found),
            Check::OfAPatient => condition::of_a_patient(&found),
            Check::Shown => record::shown(&found),
            Check::ShownInIncident => record::shown_in_incident(&found),
            Check::IncidentPicture => record::picture(&found),
            Check::Age => person::age(&found),
            Check::SaidAge => person::said_age(&found),
            Check::Gender => person::gender(&found),
            Check::Nth => when::nth(&found),
            Check::BareAge => person::bare_age(&found),
            Check::NamedCondition => condition::named(&found),
            Check::Time => when::time(&found),
            Check::TimeInFigures => when::figures(&found),
            Check::Date => when::date(&found),
            Check::NumberedRoad => whereabouts::numbered_road(&found),
            Check::Bed => whereabouts::bed(&found),
            Check::Injury => condition::injury(&found),
            Check::Statistic => condition::statistic(&found),
            Check::AnyPicture => record::any_picture(&found),
            Check::Footage => record::footage(&found),
            Check::TitledName => names::titled(&found),
            Check::None | Check::Site | Check::Page => Verdict::Found,
            // Raised by a detector, below.
            Check::FullName
            | Check::Location
            | Check::BareAgeWords
            | Check::Wound
            | Check::Jigsaw
            | Check::AddressLines
            | Check::SpokenNhsNumber
            | Check::SpokenPhone
            | Check::SpokenNiNumber
            | Check::SpokenBirth
            | Check::SpokenCode
            | Check::OwnCode
            | Check::DisclaimerMissing
            | Check::DisclaimerWording
            | Check::DisclaimerOfficial
            | Check::Derided => Verdict::Not,
        };
        match verdict {
            Verdict::Not => {}
            Verdict::Found => hits.push(Hit::of(m)),
            Verdict::Covering(start, end) => hits.push(Hit { start, end, ..Hit::of(m) }),
            Verdict::CoveringAs(start, end, severity) => {
                hits.push(Hit { start, end, severity: Some(severity), ..Hit::of(m) });
            }
            Verdict::As(severity) => hits.push(Hit { severity: Some(severity), ..Hit::of(m) }),
        }
    }
    spoken::detect(context, hits);
    places::lines_before_postcodes(context, hits);
    if of_others {
        wounds::detect(context, &late, hits);
        person::bare_ages_in_words(context, &late, hits);
        whereabouts::detect(context, &late, hits);
        names::detect(context, &late, hits);
        jigsaw::detect(context, &late, hits);
    }
}
