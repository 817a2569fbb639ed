#pragma once

#include "text/contrasts/group_keyness.hpp"

#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// A group's documents of a window together, as they are or as they were drawn.
struct GroupSum {
    std::vector<double> count;  ///< of each word that is compared
    double total = 0;           ///< of all words
};
using GroupSums = std::map<std::string, GroupSum>;

/// What one side of the comparison is worth.
struct SideCounts {
    std::vector<double> count;
    double total = 0;
};

struct WordContrast {
    double z = 0, log_odds = 0;
};

/// The documents of a window on two sides, and the words that are compared (group_keyness.hpp has the formulas).
class KeynessWindow {
public:
    KeynessWindow(const GroupWords& words, const GroupKeynessOptions& options, std::pair<int, int> window);

    /// Are there documents with words on both sides? Without them nothing else is asked.
    [[nodiscard]] bool whole() const { return !target_.empty() && !reference_.empty(); }
    [[nodiscard]] const std::vector<std::size_t>& target() const { return target_; }
    [[nodiscard]] const std::vector<std::size_t>& reference() const { return reference_; }
    [[nodiscard]] const std::map<std::string, std::vector<std::size_t>>& of_group() const { return of_group_; }
    /// Features of the matrix, by the word.
    [[nodiscard]] const std::vector<std::uint32_t>& compared() const { return compared_; }
    [[nodiscard]] double prior_size() const { return prior_size_; }

    /// Sums group by group; `drawn(group, k)` says which of its documents stands for the k-th. O(cells)
    template <typename Drawn>
    [[nodiscard]] GroupSums sums(Drawn drawn) const {
        GroupSums all;
        for (const auto& [group, documents] : of_group_) {
            GroupSum& sum = all[group];
            sum.count.assign(compared_.size(), 0.0);
            for (std::size_t k = 0; k < documents.size(); ++k) add_document(documents[drawn(group, k)], sum);
        }
        return all;
    }
    [[nodiscard]] const GroupSums& as_read() const { return as_read_; }

    [[nodiscard]] SideCounts target_side(const GroupSums& sums) const;
    [[nodiscard]] SideCounts reference_side(const GroupSums& sums, KeynessReference kind) const;
    /// Of the w-th word compared; 0 where there is no other word.
    [[nodiscard]] WordContrast contrast(std::size_t w, const SideCounts& target, const SideCounts& reference) const;

private:
    [[nodiscard]] double total_of(const std::vector<std::size_t>& documents) const;
    void add_document(std::size_t document, GroupSum& sum) const;
    void choose_words();
    void set_prior();

    const GroupWords& words_;
    const GroupKeynessOptions& options_;
    std::map<std::string, std::vector<std::size_t>> of_group_;
    std::vector<std::size_t> target_, reference_;
    std::vector<std::uint32_t> compared_, place_of_feature_;
    std::vector<double> prior_;
    double prior_size_ = 0;
    GroupSums as_read_;
};

}  // namespace tarazy
