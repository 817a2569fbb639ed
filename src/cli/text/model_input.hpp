#pragma once

#include "cli/text/text_input.hpp"
#include "text/scaling/model_features.hpp"
#include "text/scaling/sentence_counts.hpp"

namespace tarazy {

/// Input of the commands that fit a model to counts of words.
struct ModelInput {
    TextInput text;
    FeatureLimits limits;
};

/// Options of texts and their tokens (lower case by default), and --min-count, --min-docs.
void add_model_input_options(CLI::App& app, ModelInput& input);

/// The features that reach the limits, documents and features in the order of their names; what was left out is noted.
[[nodiscard]] DocumentFeatureMatrix read_model_input(Session& session, const ModelInput& input);
/// The same of an input that is open; it is used up.
[[nodiscard]] DocumentFeatureMatrix opened_model_input(Session& session, const ModelInput& input, OpenedInput opened);

/// The same with the sentences of each document, which are found before punctuation is taken out.
/// @throws UsageError for counts, which have no sentences, and for n-grams
[[nodiscard]] SentenceCounts read_model_sentences(Session& session, const ModelInput& input);
[[nodiscard]] SentenceCounts opened_model_sentences(Session& session, const ModelInput& input, OpenedInput opened);

}  // namespace tarazy
