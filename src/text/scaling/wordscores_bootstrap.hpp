#pragma once

#include "base/work.hpp"
#include "stats/replicate_summary.hpp"
#include "table/table.hpp"
#include "text/scaling/sentence_counts.hpp"
#include "text/scaling/wordscores.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tarazy {

struct SentenceBootstrap {
    std::size_t replicates = 1000;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

/// How far scores of texts would be others had the texts been made of other sentences of their kind: every text,
/// reference texts too, is made anew of as many of its sentences, drawn with replacement, and all is computed again,
/// rescaling included (Benoit, Laver & Mikhaylov 2009, American Journal of Political Science 53(2): 495-513, who draw
/// the sentences of manifestos so). Unlike the formula of Laver, Benoit & Garry it knows that words come in sentences
/// and that word scores are themselves estimates. Same bytes at any number of threads.
/// @return of each text of `wordscores`, in its order
/// @throws InputError, UsageError as `wordscores` for the texts as they are; a resample in which a score is not defined
///         counts as none
/// O(replicates x cells of sentences); 8 bytes a replicate and text
[[nodiscard]] std::vector<ReplicateSummary> wordscores_bootstrap(const SentenceCounts& counts,
                                                                 const std::vector<std::optional<double>>& scores,
                                                                 const WordscoresOptions& options,
                                                                 const SentenceBootstrap& bootstrap);

/// Adds `boot_se,boot_lwr,boot_upr,replicates` to the table of texts. @pre a summary a row
void add_replicate_columns(Table& texts, const std::vector<ReplicateSummary>& summaries);

}  // namespace tarazy
