#include "network/affiliations/yearly_network.hpp"

#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"
#include "table/state_codes.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace tarazy {
namespace {

std::vector<bool> chosen_names(const std::vector<std::string>& names, const std::vector<std::string>& wanted,
                               const std::string& what) {
    std::vector<bool> chosen(names.size(), wanted.empty());
    for (const std::string& name : wanted) {
        const auto found = std::ranges::lower_bound(names, name);
        if (found == names.end() || *found != name) {
            throw UsageError("the memberships have no " + what + " '" + name + "'; " + name_hint(name, names));
        }
        chosen[static_cast<std::size_t>(found - names.begin())] = true;
    }
    return chosen;
}

void check_statuses(const AffiliationRecord& record, const YearRule& rule) {
    if (rule.statuses.empty()) throw UsageError("name a status at least, such as member");
    for (const std::string& status : rule.statuses) {
        if (std::ranges::binary_search(record.table.statuses, status)) continue;
        throw UsageError("the memberships have no status '" + status + "'; they have " +
                         first_few(record.table.statuses, 20));
    }
}

/// Where the chosen actors and institutions of a record stand in the network; `none` for those left out.
struct NetworkPlaces {
    static constexpr std::uint32_t none = ~std::uint32_t{0};
    std::vector<std::uint32_t> of_state, of_institution;
};

std::vector<std::uint32_t> places_of(const std::vector<bool>& kept, const std::vector<std::string>& names,
                                     std::vector<std::string>& out) {
    std::vector<std::uint32_t> places(kept.size(), NetworkPlaces::none);
    for (std::size_t at = 0; at < kept.size(); ++at) {
        if (!kept[at]) continue;
        places[at] = static_cast<std::uint32_t>(out.size());
        out.push_back(names[at]);
    }
    return places;
}

class NetworkBuilder {
public:
    NetworkBuilder(const AffiliationRecord& record, int year, const YearRule& rule)
        : record_(record),
          rule_(rule),
          chosen_(chosen_affiliations(record, rule)),
          states_(chosen_.states),
          institutions_(chosen_.institutions) {
        built_.year = year;
    }

    [[nodiscard]] YearNetwork build() {
        read_pairs();
        place_nodes();
        fill();
        tell();
        return std::move(built_);
    }

private:
    void read_pairs() {
        readings_.reserve(record_.pairs.size());
        tied_states_.assign(states_.size(), false);
        tied_institutions_.assign(institutions_.size(), false);
        doubtful_.assign(institutions_.size(), false);
        for (const AffiliationPair& pair : record_.pairs) {
            const bool wanted = states_[pair.state] && institutions_[pair.institution];
            readings_.push_back(wanted ? affiliation_in_year(record_, pair, built_.year, rule_) : AffiliationReading{});
            if (!wanted) continue;
            if (readings_.back().status == AffiliationStatus::inside)
                tied_states_[pair.state] = tied_institutions_[pair.institution] = true;
            else if (readings_.back().status == AffiliationStatus::unknown)
                doubtful_[pair.institution] = true;
        }
    }

    void place_nodes() {
        std::vector<bool> actors = tied_states_;
        for (std::size_t at = 0; at < actors.size(); ++at) {
            if (!actors[at] && states_[at]) actors[at] = exists_in_year(record_.table.states[at], built_.year);
        }
        places_.of_state = places_of(actors, record_.table.states, built_.network.actors);
        places_.of_institution = places_of(tied_institutions_, record_.table.institutions, built_.network.institutions);
        for (std::size_t at = 0; at < doubtful_.size(); ++at)
            if (doubtful_[at] && !tied_institutions_[at]) built_.nobody_known.push_back(record_.table.institutions[at]);
        if (built_.network.institutions.empty()) {
            throw InputError(Problem{record_.table.origin.path, 0, 0,
                                     "nobody is known to be in anything in " + std::to_string(built_.year),
                                     "the memberships reach from " + std::to_string(years_of(record_).first) + " to " +
                                         std::to_string(years_of(record_).second) +
                                         "; --carry-forward goes on after the sources have ended"});
        }
    }

    void fill() {
        const std::size_t rows = built_.network.actors.size(), columns = built_.network.institutions.size();
        built_.network.ties = BitMatrix(rows, columns);
        built_.carried = BitMatrix(rows, columns);
        built_.unknown = BitMatrix(rows, columns);
        fill_silent_columns();
        for (std::size_t at = 0; at < record_.pairs.size(); ++at) {
            const std::uint32_t actor = places_.of_state[record_.pairs[at].state];
            const std::uint32_t institution = places_.of_institution[record_.pairs[at].institution];
            if (actor == NetworkPlaces::none || institution == NetworkPlaces::none) continue;
            AffiliationReading& reading = readings_[at];
            built_.unknown.set(actor, institution, reading.status == AffiliationStatus::unknown);
            if (reading.status != AffiliationStatus::inside) continue;
            built_.network.ties.set(actor, institution);
            if (reading.carried) built_.carried.set(actor, institution);
            built_.ties.push_back({actor, institution, reading.carried, std::move(reading.spells)});
        }
        std::ranges::sort(built_.ties, {}, [](const YearTie& tie) { return std::pair(tie.actor, tie.institution); });
    }

    /// Where an absent row says nothing, every state is unknown until a spell says more.
    void fill_silent_columns() {
        for (std::uint32_t at = 0; at < institutions_.size(); ++at) {
            if (places_.of_institution[at] == NetworkPlaces::none) continue;
            if (affiliation_without_spell(record_, at, built_.year) != AffiliationStatus::unknown) continue;
            for (std::size_t actor = 0; actor < built_.network.actors.size(); ++actor)
                built_.unknown.set(actor, places_.of_institution[at]);
        }
    }

    void tell() {
        std::vector<std::string> isolates, lonely;
        for (std::size_t actor = 0; actor < built_.network.actors.size(); ++actor)
            if (count_bits(built_.network.ties.row(actor)) == 0) isolates.push_back(built_.network.actors[actor]);
        std::vector<std::size_t> members(built_.network.institutions.size(), 0);
        std::size_t carried = 0;
        for (const YearTie& tie : built_.ties) {
            ++members[tie.institution];
            carried += tie.carried ? 1 : 0;
        }
        for (std::size_t at = 0; at < members.size(); ++at)
            if (members[at] < 2) lonely.push_back(built_.network.institutions[at]);
        const std::string in_year = " in " + std::to_string(built_.year);
        if (!isolates.empty()) built_.warnings.push_back("without any tie" + in_year + ": " + first_few(isolates, 10));
        if (!lonely.empty())
            built_.warnings.push_back("institutions with one member" + in_year + ": " + first_few(lonely, 10));
        if (!built_.nobody_known.empty())
            built_.warnings.push_back("left out, since nobody is known to be in them" + in_year + ": " +
                                      first_few(built_.nobody_known, 10));
        if (carried > 0)
            built_.warnings.push_back(std::to_string(carried) + " of " + std::to_string(built_.ties.size()) + " ties" +
                                      in_year + " are carried forward from a source that ends before");
    }

    const AffiliationRecord& record_;
    const YearRule& rule_;
    ChosenAffiliations chosen_;
    const std::vector<bool>&states_, &institutions_;
    std::vector<bool> tied_states_, tied_institutions_, doubtful_;
    std::vector<AffiliationReading> readings_;  ///< of the pairs
    NetworkPlaces places_;
    YearNetwork built_;
};

}  // namespace

ChosenAffiliations chosen_affiliations(const AffiliationRecord& record, const YearRule& rule) {
    check_statuses(record, rule);
    return {chosen_names(record.table.states, rule.states, "state"),
            chosen_names(record.table.institutions, rule.institutions, "institution")};
}

bool exists_in_year(const std::string& code, int year) {
    const State* state = find_state(code, StateScheme::iso3, year);
    if (state == nullptr) state = find_state(code, StateScheme::cow_abb, year);
    return state != nullptr && in_cow_system(*state, year);
}

YearNetwork network_of_year(const AffiliationRecord& record, int year, const YearRule& rule) {
    return NetworkBuilder(record, year, rule).build();
}

std::pair<int, int> years_of(const AffiliationRecord& record) {
    std::optional<int> first, last;
    for (const MembershipSpell& spell : record.table.spells) {
        const int from = first_year_of(spell.start ? *spell.start : *spell.end);
        const int to = spell.end ? last_year_of(*spell.end) : spell.known_to.value_or(from);
        first = std::min(first.value_or(from), from);
        last = std::max(last.value_or(to), to);
    }
    return {first.value_or(0), last.value_or(0)};
}

std::vector<std::uint32_t> rows_behind(const AffiliationRecord& record, const YearTie& tie, int year) {
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t at : tie.spells) {
        const MembershipSpell& spell = record.table.spells[at];
        const auto own = record.table.rows_of(spell);
        const auto since = static_cast<std::size_t>(spell.start ? std::max(0, year - first_year_of(*spell.start)) : 0);
        // A spell of state-years has a row a year; after the last one it is the last that speaks.
        if (own.size() > 1)
            rows.push_back(own[std::min(since, own.size() - 1)]);
        else
            rows.push_back(own.front());
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

std::vector<std::string> sources_behind(const AffiliationRecord& record, const YearTie& tie) {
    std::set<std::string> sources;
    for (const std::uint32_t at : tie.spells) sources.insert(record.table.sources[record.table.spells[at].source]);
    sources.erase("");
    return {sources.begin(), sources.end()};
}

}  // namespace tarazy
