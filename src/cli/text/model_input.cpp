#include "cli/text/model_input.hpp"

#include "base/error.hpp"
#include "text/tokens/token_selection.hpp"

namespace tarazy {
namespace {

DocumentFeatureMatrix limited_features(Session& session, const ModelInput& input, const DocumentFeatureMatrix& all) {
    DocumentFeatureMatrix kept = model_features(all, input.limits);
    if (kept.features.empty())
        throw InputError({input.text.path, 0, 0, "no feature stands in enough documents, or often enough",
                          "lower --min-count or --min-docs"});
    if (kept.features.size() < all.features.size())
        note(session, std::to_string(all.features.size() - kept.features.size()) + " of " +
                          std::to_string(all.features.size()) + " features are too rare and left out");
    return kept;
}

DocumentFeatureMatrix without_punctuation(const DocumentFeatureMatrix& all) {
    constexpr auto dropped = ~std::uint32_t{0};
    DocumentFeatureMatrix kept;
    kept.documents = all.documents;
    std::vector<std::uint32_t> place;
    for (const std::string& feature : all.features) {
        const bool mark = token_kind(feature) == TokenKind::punctuation;
        place.push_back(mark ? dropped : static_cast<std::uint32_t>(kept.features.size()));
        if (!mark) kept.features.push_back(feature);
    }
    for (std::size_t document = 0; document < all.documents.size(); ++document) {
        for (std::size_t cell = all.row_begin[document]; cell < all.row_begin[document + 1]; ++cell) {
            if (place[all.feature[cell]] == dropped) continue;
            kept.feature.push_back(place[all.feature[cell]]);
            kept.count.push_back(all.count[cell]);
        }
        kept.row_begin.push_back(kept.cells());
    }
    return kept;
}

}  // namespace

void add_model_input_options(CLI::App& app, ModelInput& input) {
    input.text.keep_case = false;
    add_token_options(app, input.text);
    app.add_option("--min-count", input.limits.min_count, "leave out features that all documents have less often")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    app.add_option("--min-docs", input.limits.min_documents, "leave out features of fewer documents")
        ->capture_default_str();
}

DocumentFeatureMatrix read_model_input(Session& session, const ModelInput& input) {
    return opened_model_input(session, input, open_text_input(session, input.text));
}

DocumentFeatureMatrix opened_model_input(Session& session, const ModelInput& input, OpenedInput opened) {
    return limited_features(session, input, opened_text_features(session, input.text, std::move(opened)).matrix);
}

SentenceCounts read_model_sentences(Session& session, const ModelInput& input) {
    return opened_model_sentences(session, input, open_text_input(session, input.text));
}

SentenceCounts opened_model_sentences(Session& session, const ModelInput& input, OpenedInput opened) {
    if (opened.counts) throw UsageError("counts have no sentences to draw; give texts");
    if (input.text.tokens.ngrams != TokenOptions().ngrams)
        throw UsageError("sentences are drawn of words, not of --ngrams");
    TextInput text = input.text;
    text.tokens.remove_punctuation = false;
    const Tokens tokens = opened_tokens(session, text, std::move(opened));
    DocumentFeatureMatrix all = document_feature_matrix(tokens);
    if (input.text.tokens.remove_punctuation) all = without_punctuation(all);
    return sentence_counts(tokens, limited_features(session, input, all));
}

}  // namespace tarazy
