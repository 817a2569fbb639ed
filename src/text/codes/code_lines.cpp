#include "text/codes/code_lines.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/random.hpp"
#include "table/table_rows.hpp"
#include "text/codes/coded_documents.hpp"
#include "text/counts/code_counts.hpp"
#include "text/tokens/token_selection.hpp"
#include "text/tokens/tokenise.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

/// All that lines are made of.
struct ReadSentences {
    std::vector<GroupDocument> documents;
    GroupSentences sentences;
    Tokens tokens;                         ///< a sentence a document
    std::vector<std::size_t> of_sentence;  ///< its document
    std::vector<bool> is_mark;             ///< of each type

    [[nodiscard]] std::size_t begin_of(std::size_t document) const {
        return tokens.first[sentences.first_of_document[document]];
    }
    [[nodiscard]] std::size_t end_of(std::size_t document) const {
        return tokens.first[sentences.first_of_document[document + 1]];
    }
};

ReadSentences read_sentences(const Table& table, const GroupChoice& choice, const CodeLineOptions& options,
                             std::vector<std::string>& notes) {
    ReadSentences read;
    read.documents = group_documents(table, choice, notes);
    read.sentences = group_sentences(table, read.documents, options.language, options.threads, options.work);
    TokenOptions cutting;
    cutting.threads = options.threads;
    read.tokens = tokenise(read.sentences.corpus, cutting, options.work);
    read.of_sentence.resize(read.sentences.corpus.size());
    for (std::size_t k = 0; k < read.documents.size(); ++k)
        for (std::size_t at = read.sentences.first_of_document[k]; at < read.sentences.first_of_document[k + 1]; ++at)
            read.of_sentence[at] = k;
    for (const std::string& type : read.tokens.types) {
        const TokenKind kind = token_kind(type);
        read.is_mark.push_back(kind == TokenKind::punctuation || kind == TokenKind::symbol);
    }
    return read;
}

/// Tokens as they are read: no blank before a mark that closes, and none of these begins a line.
std::string line_part(const ReadSentences& read, std::size_t begin, std::size_t end, bool begins_line) {
    std::string text;
    for (std::size_t at = begin; at < end; ++at) {
        const std::string& type = read.tokens.types[read.tokens.type[at]];
        constexpr std::string_view closing[] = {".", ",", ";", ":", "!", "?", ")", "»", "”", "’", "%"};
        const bool closes = std::ranges::find(closing, type) != std::end(closing);
        if (begins_line && text.empty() && closes) continue;
        if (!text.empty() && !closes) text += ' ';
        text += type;
    }
    return text;
}

/// Which of so many things are drawn, ascending (Fisher & Yates 1938, as far as is needed).
std::vector<std::size_t> drawn_places(std::size_t count, std::size_t most, Random random) {
    std::vector<std::size_t> places(count);
    for (std::size_t k = 0; k < count; ++k) places[k] = k;
    const std::size_t kept = std::min(count, most);
    for (std::size_t k = 0; k < kept; ++k) std::swap(places[k], places[k + random.below(count - k)]);
    places.resize(kept);
    std::ranges::sort(places);
    return places;
}

using LineRows = TableRows<TextColumn, TextColumn, TextColumn, IntegerColumn, IntegerColumn, IntegerColumn, TextColumn,
                           TextColumn, TextColumn, IntegerColumn>;

void add_line(const ReadSentences& read, const CodeHit& hit, const std::string& window, const std::string& code,
              std::size_t context, LineRows& rows) {
    const std::size_t document = read.of_sentence[hit.document];
    const std::size_t begin = read.begin_of(document), end = read.end_of(document);
    rows.add(window, code, read.documents[document].id, read.documents[document].year,
             hit.document - read.sentences.first_of_document[document] + 1, hit.run.begin - begin + 1,
             line_part(read, hit.run.begin - std::min(context, hit.run.begin - begin), hit.run.begin, true),
             line_part(read, hit.run.begin, hit.run.end, false),
             line_part(read, hit.run.end, hit.run.end + std::min(context, end - hit.run.end), false), hit.negated);
}

}  // namespace

Codebook chosen_codes(const Codebook& codebook, const std::vector<std::string>& names) {
    Codebook chosen{codebook.path, {}};
    Diagnostics problems;
    for (const std::string& name : names) {
        const auto code = std::ranges::find(codebook.codes, name, &Code::name);
        if (code == codebook.codes.end()) {
            std::vector<std::string> known;
            for (const Code& each : codebook.codes) known.push_back(each.name);
            problems.add({codebook.path, 0, 0, "there is no code '" + name + "'", name_hint(name, known)});
        } else {
            chosen.codes.push_back(*code);
        }
    }
    problems.throw_if_any();
    return chosen;
}

CodeLines code_lines(const Table& table, const GroupChoice& choice, const Codebook& codebook,
                     const CodeLineOptions& options) {
    CodeLines result;
    const ReadSentences read = read_sentences(table, choice, options, result.notes);
    CodeOptions finding;
    const LanguagesOfTokens languages = languages_of_documents(read.tokens, read.sentences.languages);
    finding.languages = &languages;
    finding.work = options.work;
    std::vector<CodeHit> hits = find_codes(read.tokens, codebook, finding).hits;
    TableRows counts(TextColumn{"window"}, TextColumn{"code"}, IntegerColumn{"finds"}, IntegerColumn{"denied"},
                     IntegerColumn{"documents"}, IntegerColumn{"of_documents"}, IntegerColumn{"words"},
                     RealColumn{"per_10000"});
    LineRows lines({"window"}, {"code"}, {"doc_id"}, {"year"}, {"sentence"}, {"position"}, {"before"}, {"found"},
                   {"after"}, {"denied"});
    for (const auto& [first, last] : options.windows) {
        const std::string window = years_of_window(first, last);
        const auto within = [&, &first = first, &last = last](std::size_t document) {
            return read.documents[document].year >= first && read.documents[document].year <= last;
        };
        std::int64_t of_documents = 0, words = 0;
        for (std::size_t k = 0; k < read.documents.size(); ++k) {
            if (!within(k)) continue;
            ++of_documents;
            for (std::size_t at = read.begin_of(k); at < read.end_of(k); ++at)
                words += read.is_mark[read.tokens.type[at]] ? 0 : 1;
        }
        if (of_documents == 0) {
            result.notes.push_back("there is no document in " + window);
            continue;
        }
        for (std::uint32_t code = 0; code < codebook.codes.size(); ++code) {
            options.work.check();
            const std::string& name = codebook.codes[code].name;
            std::vector<const CodeHit*> found;
            std::set<std::size_t> documents;
            std::int64_t denied = 0;
            for (const CodeHit& hit : hits) {
                if (hit.code != code || !within(read.of_sentence[hit.document])) continue;
                found.push_back(&hit);
                documents.insert(read.of_sentence[hit.document]);
                denied += hit.negated ? 1 : 0;
            }
            if (found.empty()) result.notes.push_back("'" + name + "' is found nowhere in " + window);
            counts.add(window, name, found.size(), denied, documents.size(), of_documents, words,
                       words > 0 ? std::optional(1e4 * static_cast<double>(found.size()) / static_cast<double>(words))
                                 : std::nullopt);
            std::ranges::sort(found, {}, [&](const CodeHit* hit) {
                const GroupDocument& document = read.documents[read.of_sentence[hit->document]];
                return std::tuple(document.year, std::string_view(document.id), hit->run.begin);
            });
            for (const std::size_t k : drawn_places(found.size(), options.most_lines,
                                                    Random(options.seed, "lines of " + name + ' ' + window, 0)))
                add_line(read, *found[k], window, name, options.context, lines);
        }
    }
    result.counts = counts.table();
    result.lines = lines.table();
    return result;
}

}  // namespace tarazy
