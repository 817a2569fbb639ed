#include "text/contrasts/keyness_window.hpp"

#include "text/counts/dispersion.hpp"

#include <algorithm>
#include <set>

namespace tarazy {

KeynessWindow::KeynessWindow(const GroupWords& words, const GroupKeynessOptions& options, std::pair<int, int> window)
    : words_(words), options_(options) {
    for (std::size_t k = 0; k < words.documents.size(); ++k) {
        const GroupDocument& each = words.documents[k];
        if (each.year >= window.first && each.year <= window.second) of_group_[each.group].push_back(k);
    }
    std::erase_if(of_group_, [&](const auto& group) { return total_of(group.second) <= 0; });
    for (const auto& [group, documents] : of_group_) {
        std::vector<std::size_t>& side = group == options.groups.front() ? target_ : reference_;
        side.insert(side.end(), documents.begin(), documents.end());
    }
    if (!whole()) return;
    choose_words();
    set_prior();
    as_read_ = sums([](const std::string&, std::size_t k) { return k; });
}

SideCounts KeynessWindow::target_side(const GroupSums& sums) const {
    const GroupSum& own = sums.at(options_.groups.front());
    return {own.count, own.total};
}

SideCounts KeynessWindow::reference_side(const GroupSums& sums, KeynessReference kind) const {
    SideCounts side{std::vector<double>(compared_.size(), 0.0), 0};
    double groups = 0, inverse = 0;
    for (const auto& [group, sum] : sums) {
        if (group == options_.groups.front()) continue;
        const double weight = kind == KeynessReference::balanced ? 1 / sum.total : 1;
        for (std::size_t w = 0; w < compared_.size(); ++w) side.count[w] += weight * sum.count[w];
        side.total += weight * sum.total;
        ++groups;
        inverse += 1 / sum.total;
    }
    if (kind == KeynessReference::pooled) return side;
    const double effective = groups * groups / inverse;
    for (double& count : side.count) count *= effective / groups;
    side.total = effective;
    return side;
}

WordContrast KeynessWindow::contrast(std::size_t w, const SideCounts& target, const SideCounts& reference) const {
    const double y = target.count[w] + prior_[w], x = reference.count[w] + prior_[w];
    const double odds =
        std::log(y / (target.total + prior_size_ - y)) - std::log(x / (reference.total + prior_size_ - x));
    if (!std::isfinite(odds)) return {};
    return {odds / std::sqrt(1 / y + 1 / x), odds};
}

double KeynessWindow::total_of(const std::vector<std::size_t>& documents) const {
    double total = 0;
    for (const std::size_t document : documents) total += words_.matrix.document_total(document);
    return total;
}

void KeynessWindow::add_document(std::size_t document, GroupSum& sum) const {
    sum.total += words_.matrix.document_total(document);
    const std::size_t end = words_.matrix.row_begin[document + 1];
    for (std::size_t cell = words_.matrix.row_begin[document]; cell < end; ++cell) {
        const std::uint32_t place = place_of_feature_[words_.matrix.feature[cell]];
        if (place < compared_.size()) sum.count[place] += words_.matrix.count[cell];
    }
}

void KeynessWindow::choose_words() {
    const std::vector<std::string>& features = words_.matrix.features;
    const FeatureDispersion on_target = feature_dispersion(words_.matrix, target_),
                            on_reference = feature_dispersion(words_.matrix, reference_);
    const std::set<std::string> asked(options_.asked.begin(), options_.asked.end());
    place_of_feature_.assign(features.size(), ~std::uint32_t{0});
    for (std::uint32_t f = 0; f < features.size(); ++f) {
        const double count = on_target.total[f] + on_reference.total[f];
        const std::size_t documents = on_target.documents[f] + on_reference.documents[f];
        const bool enough = count >= options_.least_count && documents >= options_.least_documents;
        if (count > 0 && (enough || asked.contains(features[f]))) compared_.push_back(f);
    }
    // By the word, so that nothing hangs on the order in which words were met.
    std::ranges::sort(compared_, {}, [&](std::uint32_t f) -> const std::string& { return features[f]; });
    for (std::uint32_t place = 0; place < compared_.size(); ++place) place_of_feature_[compared_[place]] = place;
}

void KeynessWindow::set_prior() {
    const auto documents = static_cast<double>(target_.size() + reference_.size());
    prior_size_ = options_.prior_size.value_or((total_of(target_) + total_of(reference_)) / documents);
    const std::vector<double> totals = words_.matrix.feature_totals();
    double all = 0;
    for (const double total : totals) all += total;
    for (const std::uint32_t f : compared_) prior_.push_back(totals[f] * prior_size_ / all);
}

}  // namespace tarazy
