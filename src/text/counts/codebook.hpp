#pragma once

#include "table/table.hpp"
#include "text/counts/token_pattern.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// One line of a code: what in the text counts.
struct CodeEntry {
    std::string text;                  ///< as written
    std::size_t line = 0, column = 0;  ///< in the file; 0 = not known
    Phrase phrase;
    std::optional<Phrase> near;     ///< `A ~5 B`: B must stand within so many tokens of A
    std::size_t near_distance = 0;  ///< most tokens between A and B, and one
    std::string language;           ///< `lang:kk`: documents of this language only; empty = all
    std::vector<Phrase> contexts;   ///< `not:`: counts only where none of them is near
};

/// A leaf of the tree of codes.
struct Code {
    std::string name;  ///< levels joined by "."
    std::vector<CodeEntry> entries;
};

struct Codebook {
    std::string path;
    std::vector<Code> codes;  ///< in the order of the file
};

/// Reads `[lang:xx] PHRASE [~N PHRASE] [not: PHRASE]...`; a phrase may stand in quotation marks. Nothing when the text
/// is no entry; `why` says why then.
[[nodiscard]] std::optional<CodeEntry> code_entry(std::string_view text, std::size_t line, std::string& why);

/// Where in its file an entry stands; 0 = not known.
struct EntryPlace {
    std::size_t line = 0, column = 0;
};

/// Adds entries to a code of this name, which is made when there is none; faults go to the problems.
void add_code_entry(Codebook& codebook, const std::string& code, std::string_view entry, EntryPlace place,
                    Diagnostics& problems);

/// By the ending of the name: .yml .yaml (quanteda: keys with lists, nested), .dic (LIWC), .lcd .lc3 (Lexicoder: +CODE,
/// then its entries), .cat (WordStat: nested by tabs). Tables are for `codebook_of_table`.
/// @throws InputError with all faults of the file: an entry that cannot be read, a key twice, an entry twice in one
///         code, no code, aliases in YAML, more than 64 levels; UsageError for another ending
[[nodiscard]] Codebook read_codebook(std::string_view text, const std::string& path);

/// Is the file a codebook that `read_codebook` reads?
[[nodiscard]] bool is_codebook_name(std::string_view path);

/// From a table `code,entry[,language]`. @throws InputError with all faults: an entry without code or that cannot be
/// read, an entry twice in one code, no entry
[[nodiscard]] Codebook codebook_of_table(const Table& table);

/// Does an entry ask for a language (lang:), or for lemmas (lemma:)?
[[nodiscard]] bool asks_language(const Codebook& codebook);
[[nodiscard]] bool asks_lemmas(const Codebook& codebook);

// One reader a format; `problems` are thrown by `read_codebook`.
void read_yaml_codebook(std::string_view text, Codebook& codebook, Diagnostics& problems);
void read_liwc_codebook(std::string_view text, Codebook& codebook, Diagnostics& problems);
void read_lexicoder_codebook(std::string_view text, Codebook& codebook, Diagnostics& problems);
void read_wordstat_codebook(std::string_view text, Codebook& codebook, Diagnostics& problems);

}  // namespace tarazy
