#include "text/contrasts/group_words.hpp"

#include "text/counts/type_index.hpp"
#include "text/lemmas/lemmatise.hpp"
#include "text/tokens/stop_words.hpp"
#include "text/tokens/token_selection.hpp"
#include "text/tokens/tokenise.hpp"

namespace tarazy {

GroupWords group_words(const Table& documents, const GroupChoice& choice, const GroupWordOptions& options,
                       std::vector<std::string>& notes) {
    GroupWords words;
    words.documents = group_documents(documents, choice, notes);
    Corpus corpus;
    for (const GroupDocument& each : words.documents) {
        corpus.ids.push_back(each.id);
        corpus.texts.emplace_back(*documents["text"].text(each.row));
    }
    TokenOptions cutting;
    cutting.threads = options.threads;
    Tokens tokens = tokenise(corpus, cutting, options.work);
    if (options.lemmas) {
        const std::vector<LemmaLanguage> language = {lemma_language(options.language)};
        tokens = lemma_tokens(tokens, lemmatise(tokens, language, {}, options.threads, options.work));
    }
    TokenOptions kept;
    kept.remove_punctuation = kept.remove_numbers = kept.remove_symbols = kept.remove_urls = true;
    kept.lower = true;
    if (options.stop_words) kept.stop_words = usual_stop_words(options.language);
    select_tokens(tokens, kept);
    std::vector<bool> left_out(tokens.types.size(), false);
    const TypeIndex index(tokens.types);
    for (const std::string& glob : options.leave_out)
        for (const std::uint32_t type : index.fitting({WordPattern::Form::glob, glob})) left_out[type] = true;
    std::size_t type = 0;
    rename_types(tokens, [&](const std::string& word) -> std::optional<std::string> {
        return left_out[type++] ? std::nullopt : std::optional(word);
    });
    words.matrix = document_feature_matrix(tokens);
    return words;
}

}  // namespace tarazy
