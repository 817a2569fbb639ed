#include "network/affiliations/affiliation_status.hpp"

#include "base/argument_checks.hpp"
#include "base/edtf_calendar.hpp"
#include "base/random.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace tarazy {
namespace {

/// What a spell says about a year.
enum class SpellSays { outside, inside, unknown, carried };

/// Days of a year that a moment asks about: a spell counts that begins by `begin_by` and ends after `end_after`.
struct MomentDays {
    std::int64_t begin_by = 0, end_after = 0;
};

MomentDays moment_days(int year, YearMoment moment) {
    switch (moment) {
        case YearMoment::year_end: break;
        case YearMoment::mid_year: {
            const std::int64_t day = day_number({year, 7, 1});
            return {day, day};
        }
        case YearMoment::any: return {day_number({year, 12, 31}), day_number({year, 1, 1})};
    }
    const std::int64_t day = day_number({year, 12, 31});
    return {day, day};
}

/// The spells of a pair as one reading has them, in a year.
class ReadingInYear {
public:
    ReadingInYear(const AffiliationRecord& record, const AffiliationPair& pair, int year, const YearRule& rule)
        : record_(record), pair_(pair), year_(year), rule_(rule), days_(moment_days(year, rule.moment)) {}

    /// @param own  spells of a reading, beside those that are agreed
    [[nodiscard]] AffiliationReading says(const std::vector<std::uint32_t>& own) const {
        std::vector<std::uint32_t> all = pair_.agreed;
        all.insert(all.end(), own.begin(), own.end());
        AffiliationReading found;
        bool other = false, unknown = false, outside = false;
        for (const std::uint32_t at : all) {
            const bool counts = wanted(at);
            const SpellSays says = spell_says(at, all);
            if (counts && says == SpellSays::inside) found.spells.push_back(at);
            if (counts && says == SpellSays::outside) outside = true;
            if (!counts && says == SpellSays::inside) (leads_on(at, all) ? unknown : other) = true;
            // An associate whose source has ended may have become a member.
            if (says == SpellSays::unknown || (says == SpellSays::carried && !counts)) unknown = true;
        }
        if (!found.spells.empty()) return inside(std::move(found));
        if (other) return {AffiliationStatus::outside, false, {}};
        for (const std::uint32_t at : all)
            if (wanted(at) && spell_says(at, all) == SpellSays::carried) found.spells.push_back(at);
        if (!found.spells.empty()) {
            found.carried = true;
            return inside(std::move(found));
        }
        if (unknown) return {};
        if (outside) return {AffiliationStatus::outside, false, {}};
        return {affiliation_without_spell(record_, pair_.institution, year_), false, {}};
    }

private:
    static AffiliationReading inside(AffiliationReading found) {
        found.status = AffiliationStatus::inside;
        return found;
    }

    [[nodiscard]] const MembershipSpell& spell(std::uint32_t at) const { return record_.table.spells[at]; }
    [[nodiscard]] const std::string& status(std::uint32_t at) const { return record_.table.statuses[spell(at).status]; }
    [[nodiscard]] bool wanted(std::uint32_t at) const {
        return std::ranges::find(rule_.statuses, status(at)) != rule_.statuses.end();
    }

    /// The day on which a step of joining is over because membership begins; nothing when it does not.
    [[nodiscard]] std::optional<std::int64_t> superseded(std::uint32_t at,
                                                         const std::vector<std::uint32_t>& all) const {
        std::optional<std::int64_t> first;
        if (!is_stage_of_joining(status(at)) || spell(at).end || !spell(at).start) return first;
        for (const std::uint32_t other : all) {
            if (is_stage_of_joining(status(other)) || !spell(other).start) continue;
            const std::int64_t start = spell(other).start->first;
            if (start >= spell(at).start->first && (!first || start < *first)) first = start;
        }
        return first;
    }

    /// Is the spell a signature, after which the table is silent? Who signed may have joined since.
    [[nodiscard]] bool leads_on(std::uint32_t at, const std::vector<std::uint32_t>& all) const {
        return (status(at) == "signatory" || status(at) == "prospective_member") && !spell(at).end &&
               !superseded(at, all);
    }

    [[nodiscard]] SpellSays spell_says(std::uint32_t at, const std::vector<std::uint32_t>& all) const {
        const SpellSays says = alone_says(spell(at));
        if (says == SpellSays::inside) {
            const auto over = superseded(at, all);
            return over && *over <= days_.end_after ? SpellSays::outside : says;
        }
        if (says == SpellSays::outside) return says;
        // What one source leaves open another may know about the same membership.
        for (const std::uint32_t other : all) {
            if (other == at || spell(other).status != spell(at).status || !surely_overlap(spell(at), spell(other)))
                continue;
            if (alone_says(spell(other)) == SpellSays::outside) return SpellSays::outside;
        }
        return says;
    }

    [[nodiscard]] SpellSays alone_says(const MembershipSpell& one) const {
        if (one.end && !ends_later(one)) {
            const auto& complete = record_.table.complete_to[one.institution];
            const bool covered = !one.through_last_year || (complete && year_ <= *complete);
            return covered ? SpellSays::outside : SpellSays::unknown;
        }
        if (!one.start) {
            const bool last = rule_.moment == YearMoment::any && year_ == last_year_of(*one.end);
            return last || (one.through_last_year && year_ == last_year_of(*one.end)) ? SpellSays::inside
                                                                                      : SpellSays::unknown;
        }
        if (one.start->first > days_.begin_by) return one.already_in ? SpellSays::unknown : SpellSays::outside;
        if (!one.end && one.known_to && year_ > *one.known_to)
            return rule_.carry_forward ? SpellSays::carried : SpellSays::unknown;
        return SpellSays::inside;
    }

    [[nodiscard]] bool ends_later(const MembershipSpell& one) const {
        return one.through_last_year ? year_ <= last_year_of(*one.end) : one.end->last > days_.end_after;
    }

    const AffiliationRecord& record_;
    const AffiliationPair& pair_;
    int year_;
    const YearRule& rule_;
    MomentDays days_;
};

std::size_t drawn_reading(const AffiliationRecord& record, const AffiliationPair& pair, std::size_t conflict,
                          const YearRule& rule) {
    const auto& readings = pair.conflicts[conflict].readings;
    // In byte order of the sources, so that the order of the rows does not matter.
    std::vector<std::size_t> order(readings.size());
    for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
    std::ranges::stable_sort(order, {}, [&](std::size_t at) -> const std::string& { return readings[at].source; });
    const std::string purpose = "source of " + record.table.institutions[pair.institution] + ' ' +
                                record.table.states[pair.state] + ' ' + std::to_string(conflict);
    Random random(rule.seed, purpose, rule.replicate);
    return order[random.below(readings.size())];
}

/// The first reading that knows, `chosen` before all others.
AffiliationReading first_that_knows(const std::vector<AffiliationReading>& readings, std::size_t chosen) {
    if (readings[chosen].status != AffiliationStatus::unknown) return readings[chosen];
    for (const AffiliationReading& reading : readings)
        if (reading.status != AffiliationStatus::unknown) return reading;
    return {};
}

AffiliationReading all_or_any(const std::vector<AffiliationReading>& readings, AffiliationStatus wins) {
    AffiliationReading found;
    for (const AffiliationReading& reading : readings) {
        if (reading.status == AffiliationStatus::unknown) continue;
        if (found.status == AffiliationStatus::unknown || (reading.status == wins && found.status != wins)) {
            found = reading;
        } else if (reading.status == AffiliationStatus::inside && found.status == reading.status) {
            found.spells.insert(found.spells.end(), reading.spells.begin(), reading.spells.end());
            found.carried = found.carried && reading.carried;
        }
    }
    std::ranges::sort(found.spells);
    found.spells.erase(std::unique(found.spells.begin(), found.spells.end()), found.spells.end());
    return found;
}

AffiliationReading settled(const AffiliationRecord& record, const AffiliationPair& pair, std::size_t conflict,
                           const ReadingInYear& in_year, const YearRule& rule) {
    std::vector<AffiliationReading> readings;
    for (const RivalReading& reading : pair.conflicts[conflict].readings)
        readings.push_back(in_year.says(reading.spells));
    switch (rule.policy) {
        case SourcePolicy::first: break;
        case SourcePolicy::union_of: return all_or_any(readings, AffiliationStatus::inside);
        case SourcePolicy::intersection: return all_or_any(readings, AffiliationStatus::outside);
        case SourcePolicy::draw: return first_that_knows(readings, drawn_reading(record, pair, conflict, rule));
    }
    return first_that_knows(readings, 0);
}

}  // namespace

AffiliationReading affiliation_in_year(const AffiliationRecord& record, const AffiliationPair& pair, int year,
                                       const YearRule& rule) {
    const ReadingInYear in_year(record, pair, year, rule);
    if (pair.conflicts.empty()) return in_year.says({});
    AffiliationReading found;
    for (std::size_t conflict = 0; conflict < pair.conflicts.size(); ++conflict) {
        AffiliationReading one = settled(record, pair, conflict, in_year, rule);
        if (conflict == 0 || one.status == AffiliationStatus::inside ||
            (one.status == AffiliationStatus::unknown && found.status == AffiliationStatus::outside))
            found = std::move(one);
        if (found.status == AffiliationStatus::inside) break;
    }
    return found;
}

std::size_t reading_taken(const AffiliationRecord& record, const AffiliationPair& pair, std::size_t conflict,
                          const YearRule& rule) {
    return rule.policy == SourcePolicy::draw ? drawn_reading(record, pair, conflict, rule) : 0;
}

AffiliationStatus affiliation_without_spell(const AffiliationRecord& record, std::uint32_t institution, int year) {
    const auto& complete = record.table.complete_to[institution];
    return complete && year <= *complete ? AffiliationStatus::outside : AffiliationStatus::unknown;
}

YearMoment year_moment(std::string_view word) {
    static const std::array<std::string, 3> words = {"year-end", "mid-year", "any"};
    return static_cast<YearMoment>(check_one_of(word, words, "--rule"));
}

SourcePolicy source_policy(std::string_view word) {
    static const std::array<std::string, 4> words = {"first", "union", "intersection", "draw"};
    return static_cast<SourcePolicy>(check_one_of(word, words, "--source-policy"));
}

}  // namespace tarazy
