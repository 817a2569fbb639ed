#include "cli/text/sentence_language.hpp"

namespace tarazy {

void add_sentence_language_option(CLI::App& app, std::string& language) {
    app.add_option("--language", language,
                   "of the documents; auto: of each sentence its own (default: auto where the documents have a column "
                   "language, else en)")
        ->check(CLI::IsMember({"en", "kk", "ru", "zh", "auto"}));
}

std::string sentence_language(const std::string& asked, const Table& documents) {
    if (!asked.empty()) return asked;
    return documents.find("language") ? "auto" : "en";
}

}  // namespace tarazy
