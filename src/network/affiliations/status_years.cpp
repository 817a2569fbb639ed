#include "network/affiliations/status_years.hpp"

#include "network/affiliations/yearly_network.hpp"

#include <algorithm>
#include <limits>

namespace tarazy {
namespace {

constexpr std::uint32_t not_chosen = ~std::uint32_t{0};
constexpr std::size_t most_status_cells = 400'000'000;

/// Where each name stands among those that are chosen.
std::vector<std::uint32_t> chosen_places(const std::vector<bool>& chosen, const std::vector<std::string>& names,
                                         std::vector<std::string>& kept) {
    std::vector<std::uint32_t> places(names.size(), not_chosen);
    for (std::size_t at = 0; at < names.size(); ++at) {
        if (!chosen[at]) continue;
        places[at] = static_cast<std::uint32_t>(kept.size());
        kept.push_back(names[at]);
    }
    return places;
}

}  // namespace

StatusYears status_years(const AffiliationRecord& record, int first, int last, const YearRule& rule, const Work& work) {
    if (last < first) throw UsageError("the first year is after the last");
    const ChosenAffiliations chosen = chosen_affiliations(record, rule);
    StatusYears found;
    found.first = first;
    found.last = last;
    const auto state_places = chosen_places(chosen.states, record.table.states, found.states);
    const auto institution_places = chosen_places(chosen.institutions, record.table.institutions, found.institutions);
    const std::size_t pairs = found.states.size() * found.institutions.size();
    if (pairs > most_status_cells / found.years())
        throw LimitError("more than " + std::to_string(most_status_cells) +
                         " cells of states, institutions and years; choose fewer with --states, --only or --years");
    found.cells_.resize(pairs * found.years());
    found.exists_.assign(found.states.size() * found.years(), false);
    found.founded_.assign(found.institutions.size(), std::numeric_limits<int>::max());
    for (const MembershipSpell& spell : record.table.spells) {
        const std::uint32_t at = institution_places[spell.institution];
        if (at != not_chosen && spell.start)
            found.founded_[at] = std::min(found.founded_[at], first_year_of(*spell.start));
    }
    for (std::uint32_t at = 0; at < institution_places.size(); ++at) {
        if (institution_places[at] == not_chosen) continue;
        for (int year = first; year <= last; ++year) {
            const AffiliationStatus status = affiliation_without_spell(record, at, year);
            for (std::size_t state = 0; state < found.states.size(); ++state)
                found.cells_[found.place(state, institution_places[at], year)] = status;
        }
    }
    WorkStep step(work, "memberships by year", record.pairs.size());
    for (const AffiliationPair& pair : record.pairs) {
        step.advance();
        const std::uint32_t state = state_places[pair.state], institution = institution_places[pair.institution];
        if (state == not_chosen || institution == not_chosen) continue;
        for (int year = first; year <= last; ++year) {
            const AffiliationStatus status = affiliation_in_year(record, pair, year, rule).status;
            found.cells_[found.place(state, institution, year)] = status;
            if (status == AffiliationStatus::inside)
                found.exists_[state * found.years() + static_cast<std::size_t>(year - first)] = true;
        }
    }
    for (std::size_t state = 0; state < found.states.size(); ++state) {
        for (int year = first; year <= last; ++year) {
            const std::size_t at = state * found.years() + static_cast<std::size_t>(year - first);
            if (!found.exists_[at]) found.exists_[at] = exists_in_year(found.states[state], year);
        }
    }
    return found;
}

}  // namespace tarazy
