#include "text/topics/seed_priors.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "table/table.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace tarazy {
namespace {

bool seed_fits(const std::string& pattern, const std::string& feature) {
    if (!pattern.ends_with('*')) return pattern == feature;
    return feature.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1));
}

}  // namespace

std::vector<SeedWord> read_seed_words(const Table& table) {
    const std::vector<std::string> topics = require_texts(table, "topic"), features = require_texts(table, "feature");
    std::vector<SeedWord> seeds;
    Diagnostics problems;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (topics[row].empty()) problems.add(table.problem(row, "topic", "no topic is named", "name it"));
        if (features[row].empty()) problems.add(table.problem(row, "feature", "no feature is named", "name it"));
        seeds.push_back({topics[row], features[row]});
    }
    problems.throw_if_any();
    if (seeds.empty()) throw InputError({table.origin.path, 0, 0, "there is no seed word", "give rows topic,feature"});
    return seeds;
}

SeedPriors seed_priors(const DocumentFeatureMatrix& matrix, const std::vector<SeedWord>& seeds, double share) {
    SeedPriors priors;
    const std::vector<double> totals = matrix.feature_totals();
    std::set<std::pair<std::uint32_t, std::uint32_t>> taken;
    Diagnostics problems;
    for (const SeedWord& seed : seeds) {
        auto topic = std::ranges::find(priors.names, seed.topic) - priors.names.begin();
        if (topic == std::ssize(priors.names)) priors.names.push_back(seed.topic);
        bool fits = false;
        for (std::uint32_t word = 0; word < matrix.features.size(); ++word) {
            if (!(totals[word] > 0) || !seed_fits(seed.pattern, matrix.features[word])) continue;
            fits = true;
            if (taken.emplace(word, topic).second)
                priors.seeds.push_back({word, static_cast<std::uint32_t>(topic), share * totals[word]});
        }
        if (!fits)
            problems.add({"", 0, 0, "the seed '" + seed.pattern + "' of the topic '" + seed.topic + "' fits no feature",
                          name_hint(seed.pattern, matrix.features)});
    }
    problems.throw_if_any();
    return priors;
}

}  // namespace tarazy
