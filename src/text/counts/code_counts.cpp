#include "text/counts/code_counts.hpp"

#include "base/error.hpp"
#include "base/text_lists.hpp"
#include "text/counts/negation.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace tarazy {
namespace {

/// An entry with the numbers of its phrases.
struct EntryPhrases {
    std::uint32_t code, entry;
    std::size_t main;
    std::optional<std::size_t> near;
    std::vector<std::size_t> contexts;
    std::optional<std::size_t> language = {};  ///< `lang:`, in the languages of the tokens
    bool negated_word = false;                 ///< asks for a word that is negated by its ending
};

std::vector<EntryPhrases> add_entries(const Codebook& codebook, const LanguagesOfTokens* languages,
                                      PhraseFinder& finder) {
    std::vector<EntryPhrases> entries;
    Diagnostics problems;
    for (std::uint32_t code = 0; code < codebook.codes.size(); ++code) {
        for (std::uint32_t k = 0; k < codebook.codes[code].entries.size(); ++k) {
            const CodeEntry& entry = codebook.codes[code].entries[k];
            try {
                EntryPhrases phrases{code, k, finder.add(entry.phrase), {}, {}};
                if (entry.near) phrases.near = finder.add(*entry.near);
                for (const Phrase& context : entry.contexts) phrases.contexts.push_back(finder.add(context));
                if (!entry.language.empty()) phrases.language = languages->place(entry.language);
                phrases.negated_word =
                    asks_for_negated_word(entry.phrase) || (entry.near && asks_for_negated_word(*entry.near));
                entries.push_back(std::move(phrases));
            } catch (const InputError& error) {
                for (Problem problem : error.problems()) {
                    problem.file = codebook.path;
                    problem.line = entry.line;
                    problems.add(std::move(problem));
                }
            }
        }
    }
    problems.throw_if_any();
    return entries;
}

/// All codes in one document.
class DocumentCoder {
public:
    DocumentCoder(const Tokens& tokens, const Codebook& codebook, const CodeOptions& options)
        : codebook_(codebook),
          options_(options),
          finder_(tokens, options.lemmas, options.case_sensitive),
          negation_(tokens, usual_negators()),
          entries_(add_entries(codebook, options.languages, finder_)),
          tokens_(tokens) {}

    void add(std::size_t document, std::vector<CodeHit>& hits) {
        begin_ = tokens_.first[document];
        end_ = tokens_.first[document + 1];
        runs_.clear();
        finder_.find(begin_, end_, [&](std::size_t phrase, TokenRun run) { runs_[phrase].push_back(run); });
        std::vector<CodeHit> found;
        for (const EntryPhrases& entry : entries_) {
            const CodeEntry& words = codebook_.codes[entry.code].entries[entry.entry];
            for (const TokenRun run : entry.near ? near_runs(entry, words.near_distance) : runs_of(entry.main)) {
                if (entry.language && options_.languages->of_token[run.begin] != *entry.language) continue;
                if (in_context(run, entry.contexts)) continue;
                const bool negated =
                    negation_.is_negated(run, begin_, end_, options_.negation_window, !entry.negated_word);
                found.push_back({document, run, entry.code, entry.entry, negated});
            }
        }
        keep_longest(found);
        hits.insert(hits.end(), found.begin(), found.end());
    }

private:
    const std::vector<TokenRun>& runs_of(std::size_t phrase) { return runs_[phrase]; }

    bool same_sentence(std::size_t from, std::size_t to) const {
        for (std::size_t at = from; at < to; ++at) {
            if (negation_.ends_sentence(at)) return false;
        }
        return true;
    }

    /// A and the nearest B on either side, at most `distance` tokens on.
    std::vector<TokenRun> near_runs(const EntryPhrases& entry, std::size_t distance) {
        std::vector<TokenRun> near;
        const std::vector<TokenRun>& others = runs_of(*entry.near);
        for (const TokenRun a : runs_of(entry.main)) {
            auto b = std::ranges::lower_bound(others, a.begin > distance ? a.begin - distance : 0, {}, &TokenRun::end);
            std::optional<TokenRun> best;
            for (; b != others.end() && b->begin < a.end + distance; ++b) {
                const bool apart =
                    b->begin >= a.end ? b->begin - a.end < distance : b->end <= a.begin && a.begin - b->end < distance;
                const TokenRun hull{std::min(a.begin, b->begin), std::max(a.end, b->end)};
                if (!apart || !same_sentence(hull.begin, hull.end - 1)) continue;
                if (!best || hull.end - hull.begin < best->end - best->begin) best = hull;
            }
            if (best) near.push_back(*best);
        }
        return near;
    }

    bool in_context(TokenRun run, const std::vector<std::size_t>& contexts) {
        const std::size_t window = options_.context_window;
        const std::size_t low = run.begin - std::min(window, run.begin - begin_),
                          high = std::min(end_, run.end + window);
        for (const std::size_t context : contexts) {
            const std::vector<TokenRun>& runs = runs_of(context);
            for (auto one = std::ranges::upper_bound(runs, low, {}, &TokenRun::end);
                 one != runs.end() && one->begin < high; ++one) {
                if (same_sentence(std::min(one->begin, run.begin), std::max(one->end, run.end) - 1)) return true;
            }
        }
        return false;
    }

    /// Longest first; what overlaps one that was kept is dropped, of the same code or of any (exclusive).
    void keep_longest(std::vector<CodeHit>& found) {
        const bool exclusive = options_.exclusive;
        std::ranges::sort(found, {}, [&](const CodeHit& hit) {
            const std::size_t length = hit.run.end - hit.run.begin;
            return std::tuple(exclusive ? 0 : hit.code, end_ - begin_ - length, hit.run.begin, hit.code, hit.entry);
        });
        taken_.resize(std::max(taken_.size(), end_ - begin_), 0);
        std::vector<CodeHit> kept;
        for (std::size_t k = 0; k < found.size(); ++k) {
            if (k == 0 || (!exclusive && found[k].code != found[k - 1].code)) ++stamp_;
            const auto first = taken_.begin() + static_cast<std::ptrdiff_t>(found[k].run.begin - begin_),
                       last = taken_.begin() + static_cast<std::ptrdiff_t>(found[k].run.end - begin_);
            if (std::find(first, last, stamp_) != last) continue;
            std::fill(first, last, stamp_);
            kept.push_back(found[k]);
        }
        std::ranges::sort(kept, {},
                          [](const CodeHit& hit) { return std::tuple(hit.code, hit.run.begin, hit.run.end); });
        found = std::move(kept);
    }

    const Codebook& codebook_;
    const CodeOptions& options_;
    PhraseFinder finder_;
    NegationFinder negation_;
    std::vector<EntryPhrases> entries_;
    const Tokens& tokens_;
    std::map<std::size_t, std::vector<TokenRun>> runs_;
    std::vector<std::uint64_t> taken_;
    std::uint64_t stamp_ = 0;
    std::size_t begin_ = 0, end_ = 0;
};

void check_languages(const Codebook& codebook, const CodeOptions& options) {
    if (options.languages != nullptr) return;
    Diagnostics problems;
    for (const Code& code : codebook.codes) {
        for (const CodeEntry& entry : code.entries) {
            if (!entry.language.empty())
                problems.add({codebook.path, entry.line, 0,
                              "'lang:" + entry.language + "' asks for the language of the text, which is not known",
                              "give --language auto or a column of languages (--language-column), or take lang: out"});
        }
    }
    problems.throw_if_any();
}

void warn_of_empty(const Codebook& codebook, CodeHits& result) {
    std::vector<std::vector<bool>> met;
    for (const Code& code : codebook.codes) met.emplace_back(code.entries.size(), false);
    for (const CodeHit& hit : result.hits) met[hit.code][hit.entry] = true;
    std::vector<std::string> codes, entries;
    for (std::size_t code = 0; code < codebook.codes.size(); ++code) {
        if (std::ranges::find(met[code], true) == met[code].end()) {
            codes.push_back(codebook.codes[code].name);
            continue;
        }
        for (std::size_t entry = 0; entry < met[code].size(); ++entry) {
            if (!met[code][entry])
                entries.push_back(codebook.codes[code].name + ": " + codebook.codes[code].entries[entry].text);
        }
    }
    if (!codes.empty())
        result.warnings.push_back(std::to_string(codes.size()) + (codes.size() == 1 ? " code has" : " codes have") +
                                  " no hit: " + first_few(codes, 5));
    if (!entries.empty())
        result.warnings.push_back(std::to_string(entries.size()) +
                                  (entries.size() == 1 ? " entry fits" : " entries fit") +
                                  " nothing that another does not fit longer: " + first_few(entries, 5));
}

void warn_of_one_language(const Codebook& codebook, const LanguagesOfTokens& languages, CodeHits& result) {
    constexpr double most_share = 0.8;
    constexpr std::size_t least_hits = 5;
    if (languages.names.size() < 2) return;
    std::vector<std::map<std::string, std::size_t>> counts(codebook.codes.size());
    for (const CodeHit& hit : result.hits) ++counts[hit.code][languages.of(hit.run.begin)];
    for (std::size_t code = 0; code < counts.size(); ++code) {
        std::size_t total = 0;
        for (const auto& [language, count] : counts[code]) total += count;
        for (const auto& [language, count] : counts[code]) {
            if (total < least_hits || static_cast<double>(count) <= most_share * static_cast<double>(total)) continue;
            result.warnings.push_back("the code '" + codebook.codes[code].name + "' has " + std::to_string(count) +
                                      " of " + std::to_string(total) + " hits in text of the language '" + language +
                                      "': it may not mean the same in the others");
        }
    }
}

}  // namespace

CodeHits find_codes(const Tokens& tokens, const Codebook& codebook, const CodeOptions& options) {
    check_languages(codebook, options);
    DocumentCoder coder(tokens, codebook, options);
    CodeHits result;
    WorkStep step(options.work, "codes", tokens.documents.size());
    for (std::size_t document = 0; document < tokens.documents.size(); ++document) {
        coder.add(document, result.hits);
        step.advance();
    }
    warn_of_empty(codebook, result);
    if (options.languages != nullptr) warn_of_one_language(codebook, *options.languages, result);
    return result;
}

}  // namespace tarazy
