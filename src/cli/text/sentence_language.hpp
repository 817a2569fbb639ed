#pragma once

#include "cli/command.hpp"

#include <string>

namespace tarazy {

/// --language of the commands on sentences.
void add_sentence_language_option(CLI::App& app, std::string& language);

/// What it says; when it was not given, "auto" (of each sentence its own) for documents that have a column `language`,
/// as `text build` writes it, else "en". `text codes` and `text sample` must find the same sentences in one table.
[[nodiscard]] std::string sentence_language(const std::string& asked, const Table& documents);

}  // namespace tarazy
