#include "cli/text/model_input.hpp"

namespace tarazy {

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
    const DocumentFeatureMatrix all = read_features_input(session, input.text);
    DocumentFeatureMatrix kept = model_features(all, input.limits);
    if (kept.features.empty())
        throw InputError({input.text.path, 0, 0, "no feature stands in enough documents, or often enough",
                          "lower --min-count or --min-docs"});
    if (kept.features.size() < all.features.size())
        note(session, std::to_string(all.features.size() - kept.features.size()) + " of " +
                          std::to_string(all.features.size()) + " features are too rare and left out");
    return kept;
}

}  // namespace tarazy
