#include "align/balance/institution_domain.hpp"

#include "align/balance/composition.hpp"
#include "align/balance/membership_record.hpp"
#include "base/text_lists.hpp"
#include "table/state_codes.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tarazy {
namespace {

bool in_system(const std::string& iso3, int year) {
    const State* state = find_state(iso3, StateScheme::iso3, year);
    return state != nullptr && in_cow_system(*state, year);
}

void check_institution_options(const InstitutionOptions& options) {
    if (options.poles.size() < 2) throw UsageError("a domain needs two poles at least");
    if (options.states.empty()) throw UsageError("name the states whose institutions are wanted");
    if (options.years.last < options.years.first) throw UsageError("the first year is after the last");
    std::vector<std::string> codes = options.states;
    for (const PoleMembers& pole : options.poles) {
        codes.insert(codes.end(), pole.members.begin(), pole.members.end());
    }
    for (const std::string& iso3 : codes) {
        if (find_state(iso3, StateScheme::iso3) == nullptr) {
            throw UsageError("there is no state with the ISO code '" + iso3 +
                             "'; look it up with `tarazy data states`");
        }
    }
}

struct Overlap {
    int shared = 0;
    int either = 0;

    /// Nothing when neither state is in any institution.
    [[nodiscard]] std::optional<double> jaccard() const {
        return either == 0 ? std::nullopt : std::optional(static_cast<double>(shared) / either);
    }
    /// What the index would be if one of the memberships were shared; @pre nothing is shared
    [[nodiscard]] double least() const { return 1.0 / std::max(1, either - 1); }
};

class SharedInstitutions {
public:
    SharedInstitutions(const MembershipRecord& record, const InstitutionOptions& options)
        : record_(record), options_(options) {}

    [[nodiscard]] DomainDraws year(const std::string& state, int year) const {
        DomainDraws result{options_.domain, state, year, {}, 1, {}, ""};
        const auto members = members_compared(record_, options_.poles, state, year);
        const auto institutions = institutions_compared(record_, state, members, year);
        std::vector<double> limits;
        for (const auto& pole : members) {
            double sum = 0, least = 1;
            std::size_t defined = 0;
            for (const std::string& member : pole) {
                const Overlap overlap = overlap_of(institutions, state, member, year);
                const auto index = overlap.jaccard();
                if (!index) continue;
                sum += *index;
                least = std::min(least, overlap.least());
                ++defined;
            }
            const auto count = static_cast<double>(defined);
            result.closeness.push_back(defined == 0 ? Column::missing_real : sum / count);
            limits.push_back(defined == 0 ? Column::missing_real : least / count);
        }
        replace_zero_means(result.closeness, limits);
        return result;
    }

private:
    [[nodiscard]] Overlap overlap_of(const std::vector<std::string>& institutions, const std::string& a,
                                     const std::string& b, int year) const {
        Overlap overlap;
        for (const std::string& institution : institutions) {
            const bool first = record_.status(institution, a, year) == Membership::in;
            const bool second = record_.status(institution, b, year) == Membership::in;
            overlap.shared += first && second ? 1 : 0;
            overlap.either += first || second ? 1 : 0;
        }
        return overlap;
    }

    /// Nothing shared with any pole leaves nothing to divide: all are unknown.
    static void replace_zero_means(std::vector<double>& closeness, std::vector<double> limits) {
        if (std::ranges::none_of(closeness, [](double c) { return c == 0; })) return;
        const bool known = std::ranges::none_of(closeness, [](double c) { return std::isnan(c); });
        const double total = std::accumulate(closeness.begin(), closeness.end(), 0.0);
        std::optional<std::vector<double>> replaced;
        if (known && total > 0) {
            for (double& limit : limits) limit /= total;
            replaced = replace_zeros(*closure(closeness), limits);
        }
        for (std::size_t p = 0; p < closeness.size(); ++p) {
            if (replaced) {
                closeness[p] = (*replaced)[p] * total;
            } else if (closeness[p] == 0 || known) {
                closeness[p] = Column::missing_real;
            }
        }
    }

    const MembershipRecord& record_;
    const InstitutionOptions& options_;
};

}  // namespace

std::vector<std::vector<std::string>> members_compared(const MembershipRecord& record,
                                                       const std::vector<PoleMembers>& poles, const std::string& state,
                                                       int year) {
    std::vector<std::vector<std::string>> members;
    for (const PoleMembers& pole : poles) {
        members.emplace_back();
        for (const std::string& member : pole.members)
            if (member != state && record.covers(member) && in_system(member, year)) members.back().push_back(member);
    }
    return members;
}

std::vector<std::string> institutions_compared(const MembershipRecord& record, const std::string& state,
                                               const std::vector<std::vector<std::string>>& members, int year) {
    std::vector<std::string> known;
    for (const std::string& institution : record.compared()) {
        const auto is_known = [&](const std::string& iso3) {
            return record.status(institution, iso3, year) != Membership::unknown;
        };
        const bool all = is_known(state) && std::ranges::all_of(members, [&](const auto& pole) {
                             return std::ranges::all_of(pole, is_known);
                         });
        if (all) known.push_back(institution);
    }
    return known;
}

DomainSeries institution_domain(const Table& spells, const Table& institutions, const InstitutionOptions& options) {
    check_institution_options(options);
    const MembershipRecord record(spells, institutions, options.statuses);
    DomainSeries result;
    if (!record.repeats().empty()) result.warnings.push_back(record.repeats());
    if (!record.left_out().empty()) {
        result.warnings.push_back("no row says who is not in " + joined(record.left_out(), ", ") + "; not compared");
    }
    for (const PoleMembers& pole : options.poles) {
        for (const std::string& member : pole.members) {
            if (record.covers(member)) continue;
            result.warnings.push_back(member + " of pole " + pole.id + " has no row in the memberships; left out");
        }
    }
    std::vector<std::string> states = options.states;
    std::ranges::sort(states);
    const SharedInstitutions shared(record, options);
    WorkStep step(options.work, "memberships by state", states.size());
    for (const std::string& state : states) {
        if (!record.covers(state)) {
            result.warnings.push_back(state + " has no row in the memberships; left out");
            continue;
        }
        step.advance();
        for (int year = options.years.first; year <= options.years.last; ++year) {
            options.work.check();
            if (in_system(state, year)) result.state_years.push_back(shared.year(state, year));
        }
    }
    return result;
}

}  // namespace tarazy
