#pragma once

#include "cli/command.hpp"
#include "text/corpus/corpus_store.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// What the options of a command on documents say.
struct DocumentWords {
    std::vector<std::string> paths;
    CorpusColumns columns;
    std::string metadata;
    std::string lexicon = "kk,ru,en";          ///< languages whose word lists are asked, or "none"
    std::vector<std::string> lexicon_folders;  ///< besides the usual ones
    std::string lines = "auto";                ///< auto, cut, paragraphs
    bool keep_columns = false, keep_running_lines = false, keep_hyphens = false, keep_letters = false;
    bool skip_unreadable = false;
    double pdf_seconds = 60;
    std::vector<std::string> left_out;
};

/// Paths and how they are read.
void add_document_options(CLI::App& app, DocumentWords& words);
/// What the cleaning does.
void add_cleaning_options(CLI::App& app, DocumentWords& words);

/// Documents with what is known of them; the texts are not cleaned yet (`clean` and `languages` are empty). What could
/// not be read is told, and the status is 3 unless --skip-unreadable.
[[nodiscard]] BuiltCorpus read_built_documents(Session& session, const DocumentWords& words);

/// Cleans them. @param as_they_are  CSV files and stores are taken as they are
void clean_built_documents(Session& session, const DocumentWords& words, BuiltCorpus& built, bool as_they_are);

/// Finds the languages of the clean texts.
void find_built_languages(Session& session, BuiltCorpus& built);

/// The log of the cleaning: doc_id,page,line,character,kind,before,after,reason.
[[nodiscard]] Table cleaning_log_table(const BuiltCorpus& built);

}  // namespace tarazy
