#include "network/functions/possible_memberships.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::uint32_t not_there = ~std::uint32_t{0};

/// Of each name of a record its place in the network.
std::vector<std::uint32_t> places_in_network(const std::vector<std::string>& names,
                                             const std::vector<std::string>& network) {
    std::vector<std::uint32_t> places;
    for (const std::string& name : names) {
        const auto found = std::ranges::lower_bound(network, name);
        const bool there = found != network.end() && *found == name;
        places.push_back(there ? static_cast<std::uint32_t>(found - network.begin()) : not_there);
    }
    return places;
}

}  // namespace

PossibleMemberships possible_memberships(const AffiliationRecord& record, const YearNetwork& year,
                                         const YearRule& rule) {
    PossibleMemberships result;
    const std::vector<std::string>& known = year.network.institutions;
    result.network.actors = year.network.actors;
    result.network.institutions = known;
    result.network.institutions.insert(result.network.institutions.end(), year.nobody_known.begin(),
                                       year.nobody_known.end());
    std::ranges::sort(result.network.institutions);
    const std::size_t actors = result.network.actors.size(), institutions = result.network.institutions.size();
    result.network.ties = BitMatrix(actors, institutions);
    result.unknown = BitMatrix(actors, institutions);
    const std::vector<std::uint32_t> old_places = places_in_network(known, result.network.institutions);
    for (std::size_t actor = 0; actor < actors; ++actor) {
        for (std::size_t e = 0; e < known.size(); ++e) {
            result.network.ties.set(actor, old_places[e], year.network.ties(actor, e));
            result.unknown.set(actor, old_places[e], year.unknown(actor, e));
        }
    }
    const std::vector<std::uint32_t> added = places_in_network(record.table.institutions, year.nobody_known);
    const std::vector<std::uint32_t> places = places_in_network(record.table.institutions, result.network.institutions);
    const std::vector<std::uint32_t> actor_places = places_in_network(record.table.states, result.network.actors);
    for (std::uint32_t e = 0; e < added.size(); ++e) {
        if (added[e] == not_there) continue;
        const bool silent = affiliation_without_spell(record, e, year.year) == AffiliationStatus::unknown;
        for (std::size_t actor = 0; actor < actors; ++actor) result.unknown.set(actor, places[e], silent);
    }
    for (const AffiliationPair& pair : record.pairs) {
        if (added[pair.institution] == not_there || actor_places[pair.state] == not_there) continue;
        const AffiliationReading reading = affiliation_in_year(record, pair, year.year, rule);
        result.unknown.set(actor_places[pair.state], places[pair.institution],
                           reading.status == AffiliationStatus::unknown);
    }
    return result;
}

std::vector<std::string> settle_unfounded(PossibleMemberships& memberships, const InstitutionFunctions& functions,
                                          int year) {
    std::vector<std::string> settled;
    const std::vector<std::uint32_t> places =
        places_in_network(functions.institutions, memberships.network.institutions);
    for (std::size_t e = 0; e < places.size(); ++e) {
        const std::optional<int> founded = e < functions.founded.size() ? functions.founded[e] : std::nullopt;
        if (places[e] == not_there || !founded || *founded <= year) continue;
        bool any = false;
        for (std::size_t actor = 0; actor < memberships.network.actors.size(); ++actor) {
            any = any || memberships.unknown(actor, places[e]);
            memberships.unknown.set(actor, places[e], false);
        }
        if (any) settled.push_back(functions.institutions[e]);
    }
    return settled;
}

}  // namespace tarazy
