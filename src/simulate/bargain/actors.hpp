#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// Who bargains over one issue or several: how much each can bring to bear, where it stands, how much it cares.
struct BargainActors {
    std::string title = {};
    std::vector<std::string> names = {};
    std::vector<std::string> descriptions = {};  ///< empty where there are none
    std::vector<std::string> issues = {};
    std::vector<double> capability = {};  ///< an actor each; only ratios count
    std::vector<double> position = {};    ///< actors x issues, on the scale from `lowest` to `highest`
    std::vector<double> salience = {};  ///< actors x issues: share of its attention, 0 to 1, at most 1 over all issues
    double lowest = 0, highest = 100;   ///< ends of the scale of positions

    [[nodiscard]] std::size_t count() const noexcept { return names.size(); }
    [[nodiscard]] std::size_t place(std::size_t actor, std::size_t issue) const noexcept {
        return actor * issues.size() + issue;
    }
    /// How much of itself an actor spends on all issues together.
    [[nodiscard]] double whole_salience(std::size_t actor) const;
    /// Is there nothing to bargain over: do all stand at the same place?
    [[nodiscard]] bool all_agree() const;
};

/// The same with one issue alone.
[[nodiscard]] BargainActors with_issue(const BargainActors& actors, std::size_t issue);

/// Where all of them stand together on one issue, each with the weight capability x salience (over all issues).
struct WeightedMiddle {
    double mean = 0;
    double median = 0;  ///< the least position with at least half of the weight at or below it
};

/// @param position  actors x issues. Nothing where all weights are 0. O(actors log actors)
[[nodiscard]] std::optional<WeightedMiddle> weighted_middle(const BargainActors& actors,
                                                            const std::vector<double>& position, std::size_t issue);

}  // namespace tarazy
