#include "study/contradictions.hpp"

#include "base/number_text.hpp"
#include "study/tested_claims.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace tarazy {
namespace {

struct Years {
    std::int64_t first = 0, last = -1;
    [[nodiscard]] std::int64_t count() const noexcept { return std::max<std::int64_t>(0, last - first + 1); }
};

/// "1991-2023", "2014"; no years for what is neither.
Years years_of(const std::string& time) {
    const std::size_t dash = time.find('-', 1);
    const auto first = parse_integer(time.substr(0, dash));
    const auto last = dash == std::string::npos ? first : parse_integer(time.substr(dash + 1));
    return first && last ? Years{*first, *last} : Years{};
}

bool much_the_same(const Years& a, const Years& b) {
    const Years shared{std::max(a.first, b.first), std::min(a.last, b.last)};
    const Years all{std::min(a.first, b.first), std::max(a.last, b.last)};
    return shared.count() > 0 && 5 * shared.count() >= 4 * all.count();
}

/// What one analysis says of a measure over one window.
struct Told {
    std::string analysis;
    Years window;
    std::vector<const Claim*> claims;
};

/// A measure and, where it is about a sign, whose: leaders are found among all `about`.
using Subject = std::pair<std::string, std::vector<std::string>>;

bool larger(const Claim* a, const Claim* b) {
    return *a->value > *b->value;
}

/// The pole with the largest number, "+" or "-"; empty when nothing is clear.
std::string said_by(const Told& told, SharedMeasure::Kind kind) {
    const Claim& first = *told.claims.front();
    if (kind == SharedMeasure::Kind::sign) {
        const double low = first.interval ? first.interval->lower : *first.value;
        const double high = first.interval ? first.interval->upper : *first.value;
        return low > 0 ? "+" : high < 0 ? "-" : "";
    }
    const bool tied = told.claims.size() < 2 || *told.claims[1]->value == *first.value;
    return tied || first.parts.about.empty() ? "" : first.parts.about.front();
}

/// The leader of each year, by analysis and measure.
using Leaders = std::map<std::pair<std::string, std::string>, std::map<std::int64_t, std::vector<const Claim*>>>;

class Comparison {
public:
    explicit Comparison(const std::vector<SharedClaim>& claims) {
        for (const SharedClaim& shared : claims) {
            const Claim& claim = *shared.claim;
            if (!claim.value || !claim.parts.state.empty()) continue;
            if (shared.measure.kind == SharedMeasure::Kind::leader_of_year)
                leaders_[{claim.analysis, shared.measure.name}][years_of(claim.parts.time).first].push_back(&claim);
            else
                add(shared);
        }
    }

    std::vector<Contradiction> contradictions() {
        std::vector<Contradiction> found;
        std::stable_partition(order_.begin(), order_.end(), [&](const Subject& subject) {
            return subjects_.at(subject).kind == SharedMeasure::Kind::leader;
        });
        for (const Subject& subject : order_) {
            auto& [kind, told] = subjects_.at(subject);
            Contradiction contradiction = compare(subject.first, kind, told);
            if (contradiction.sides.size() > 1) found.push_back(std::move(contradiction));
        }
        return found;
    }

private:
    struct Subjects {
        SharedMeasure::Kind kind;
        std::vector<Told> told;  ///< one an analysis: of its widest window
    };

    void add(const SharedClaim& shared) {
        const Claim& claim = *shared.claim;
        const bool sign = shared.measure.kind == SharedMeasure::Kind::sign;
        const Subject subject{shared.measure.name, sign ? claim.parts.about : std::vector<std::string>{}};
        if (!subjects_.contains(subject)) order_.push_back(subject);
        std::vector<Told>& told = subjects_.try_emplace(subject, Subjects{shared.measure.kind, {}}).first->second.told;
        const Years window = years_of(claim.parts.time);
        auto mine = std::ranges::find(told, claim.analysis, &Told::analysis);
        if (mine == told.end()) {
            told.push_back({claim.analysis, window, {&claim}});
        } else if (window.count() > mine->window.count()) {
            *mine = {claim.analysis, window, {&claim}};
        } else if (claim.parts.time == mine->claims.front()->parts.time) {
            mine->claims.push_back(&claim);
        }
    }

    Contradiction compare(const std::string& measure, SharedMeasure::Kind kind, std::vector<Told>& told) {
        Contradiction found{measure, {}};
        Years first, shared{0, 9999};
        for (Told& one : told) {
            std::ranges::stable_sort(one.claims, larger);
            const std::string says = said_by(one, kind);
            if (says.empty() || (first.count() > 0 && !much_the_same(first, one.window))) continue;
            if (first.count() == 0) first = one.window;
            if (std::ranges::find(found.sides, says, &ContradictingSide::says) != found.sides.end()) continue;
            ContradictingSide side{one.analysis, says, {}};
            for (const Claim* claim : one.claims) side.claims.push_back(claim->id);
            found.sides.push_back(std::move(side));
            if (found.sides.size() <= 2)
                shared = {std::max(shared.first, one.window.first), std::min(shared.last, one.window.last)};
        }
        if (found.sides.size() > 1) count_years(found, shared);
        return found;
    }

    void count_years(Contradiction& found, const Years& window) {
        auto& one = leaders_[{found.sides[0].analysis, found.measures}];
        auto& other = leaders_[{found.sides[1].analysis, found.measures}];
        for (auto& [year, claims] : one) {
            if (!other.contains(year) || year < window.first || year > window.last) continue;
            ++found.common_years;
            if (leader_of(claims) != leader_of(other.at(year))) ++found.differing_years;
        }
    }

    static std::vector<std::string> leader_of(std::vector<const Claim*>& claims) {
        return (*std::ranges::min_element(claims, larger))->parts.about;
    }

    std::map<Subject, Subjects> subjects_;
    std::vector<Subject> order_;
    Leaders leaders_;
};

}  // namespace

std::vector<Contradiction> find_contradictions(const std::vector<SharedClaim>& claims) {
    return Comparison(claims).contradictions();
}

Table contradiction_table(const std::vector<Contradiction>& contradictions,
                          const std::vector<AnalysisResult>& analyses) {
    TableRows rows(TextColumn{"measures"}, TextColumn{"analysis"}, TextColumn{"says"}, TextColumn{"claim"},
                   RealColumn{"value"}, IntegerColumn{"common_years"}, IntegerColumn{"differing_years"});
    for (const Contradiction& one : contradictions) {
        for (const ContradictingSide& side : one.sides) {
            const AnalysisResult* analysis = find_analysis(analyses, side.analysis);
            for (const std::string& id : side.claims) {
                const auto claim = std::ranges::find(analysis->claims, id, &Claim::id);
                // A sign is not told year by year: no years, which are not none.
                const auto years = [&](std::size_t count) {
                    return one.common_years > 0 ? static_cast<std::int64_t>(count) : Column::missing_integer;
                };
                rows.add(one.measures, side.analysis, side.says, id, claim->value, years(one.common_years),
                         years(one.differing_years));
            }
        }
    }
    return rows.table();
}

}  // namespace tarazy
