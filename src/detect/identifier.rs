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
#[inline(never)]
pub fn detect(context: &Context<'_>, late: &LateScene, hits: &mut Vec<Hit>) {
    // A profile tells of its owner.
    let of_others = !matches!(context.options.surface, Surface::Bio | Surface::Handle);
    for m in context.matches.iter().filter(|m| context.category(m) == Category::Identifier) {
        let check = context.catalogue.rules[usize::from(m.rule)].check;
        if !of_others && CONTEXTUAL.contains(&check) {
            continue;
        }
        let found = Candidate::new(context, late, m);
        let verdict = judge_of(check).map_or(Verdict::Not, |judge| judge(&found));
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
        wounds::detect(context, late, hits);
        person::bare_ages_in_words(context, late, hits);
        whereabouts::detect(context, late, hits);
        names::detect(context, late, hits);
        jigsaw::detect(context, late, hits);
    }
}

/// What decides whether the match of a rule counts; `None` where a detector raises the rule itself.
///
/// They are called through this table so that each stays a function of its own: one that holds them all takes a
/// browser longer to compile than the first scan should last.
fn judge_of(check: Check) -> Option<fn(&Candidate<'_>) -> Verdict> {
    Some(match check {
        Check::NhsNumber => numbers::nhs_number,
        Check::Phone => numbers::phone,
        Check::NiNumber => numbers::ni_number,
        Check::Postcode => checks::postcode,
        Check::MisreadPostcode => checks::misread_postcode,
        Check::LinkedPhone => numbers::linked_phone,
        Check::Vehicle => plates::vehicle,
        Check::BesideVehicle => plates::beside_vehicle,
        Check::Dateless => plates::dateless,
        Check::Birthday => dates::birthday,
        Check::BirthYear => dates::birth_year,
        Check::SpeltEmail => spelt::email,
        Check::Email => checks::email,
        Check::DateOfBirth => dates::date_of_birth,
        Check::Address => places::address,
        Check::NamedHouse => places::named_house,
        Check::AgeWithSex => person::age_with_sex,
        Check::LocalCode => handover::local_code,
        Check::CallSign => handover::call_sign,
        Check::CrewedCode => handover::crewed_code,
        Check::OfAPatient => condition::of_a_patient,
        Check::Shown => record::shown,
        Check::ShownInIncident => record::shown_in_incident,
        Check::IncidentPicture => record::picture,
        Check::Age => person::age,
        Check::SaidAge => person::said_age,
        Check::Gender => person::gender,
        Check::Nth => when::nth,
        Check::BareAge => person::bare_age,
        Check::NamedCondition => condition::named,
        Check::Time => when::time,
        Check::TimeInFigures => when::figures,
        Check::Date => when::date,
        Check::NumberedRoad => whereabouts::numbered_road,
        Check::Bed => whereabouts::bed,
        Check::Injury => condition::injury,
        Check::Statistic => condition::statistic,
        Check::AnyPicture => record::any_picture,
        Check::Footage => record::footage,
        Check::TitledName => names::titled,
        Check::None => |_| Verdict::Found,
        // Raised by a detector, or another detector's.
        _ => return None,
    })
}
