#include "text/scaling/wordscores_bootstrap.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"

#include <limits>

namespace tarazy {

std::vector<ReplicateSummary> wordscores_bootstrap(const SentenceCounts& counts,
                                                   const std::vector<std::optional<double>>& scores,
                                                   const WordscoresOptions& options,
                                                   const SentenceBootstrap& bootstrap) {
    const std::size_t texts = wordscores(counts.model, scores, options).texts.size();
    const std::size_t replicates = bootstrap.replicates;
    WordscoresOptions silent = options;
    silent.notes = false;
    std::vector<double> fits(texts * replicates, std::numeric_limits<double>::quiet_NaN());
    WorkStep step(bootstrap.work, "bootstrap of wordscores", replicates);
    parallel_chunks(
        replicates, 1, bootstrap.threads,
        [&](std::size_t r, std::size_t) {
            Random random(bootstrap.seed, "sentences of wordscores", r);
            const DocumentFeatureMatrix drawn = resampled_sentences(counts, random);
            try {
                const WordscoresResult result = wordscores(drawn, scores, silent);
                for (std::size_t k = 0; k < texts; ++k) {
                    if (result.texts[k].fit) fits[k * replicates + r] = *result.texts[k].fit;
                }
            } catch (const InputError&) {
                // The rescaling is not defined in this resample: it says nothing.
            }
        },
        step);
    std::vector<ReplicateSummary> summaries;
    for (std::size_t k = 0; k < texts; ++k)
        summaries.push_back(replicate_summary(std::span(fits).subspan(k * replicates, replicates), options.level));
    return summaries;
}

void add_replicate_columns(Table& texts, const std::vector<ReplicateSummary>& summaries) {
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> se, lower, upper;
    std::vector<std::int64_t> replicates;
    for (const ReplicateSummary& one : summaries) {
        se.push_back(one.se.value_or(missing));
        lower.push_back(one.lower.value_or(missing));
        upper.push_back(one.upper.value_or(missing));
        replicates.push_back(static_cast<std::int64_t>(one.replicates));
    }
    texts.add("boot_se", Column(std::move(se)));
    texts.add("boot_lwr", Column(std::move(lower)));
    texts.add("boot_upr", Column(std::move(upper)));
    texts.add("replicates", Column(std::move(replicates)));
}

}  // namespace tarazy
