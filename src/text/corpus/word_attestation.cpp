#include "text/corpus/word_attestation.hpp"

#include "base/parallel.hpp"
#include "base/utf8.hpp"
#include "text/corpus/characters.hpp"

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <mutex>

namespace tarazy {
namespace {

std::uint64_t word_hash(std::string_view word) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash ^ (hash >> 29);
}

using HashFilter = std::bitset<std::size_t{1} << 16>;
using WordTimes = std::unordered_map<std::string, std::size_t>;

/// Looks words up, most of which are none that was asked about.
class WordTally {
public:
    WordTally(const HashFilter& filter, WordTimes& times) : filter_(filter), times_(times) {}

    void add(std::string_view word) {
        if (word.empty() || !filter_[word_hash(word) & 0xFFFF]) return;
        const auto wanted = times_.find(std::string(word));
        if (wanted != times_.end()) ++wanted->second;
    }
    void add_with_parts(std::string_view word) {
        add(word);
        if (word.find('-') == std::string_view::npos) return;
        for (std::size_t at = 0; at <= word.size();) {
            const std::size_t end = std::min(word.find('-', at), word.size());
            add(word.substr(at, end - at));
            at = end + 1;
        }
    }

private:
    const HashFilter& filter_;
    WordTimes& times_;
};

void count_asked_words(std::string_view text, WordTally& tally) {
    std::string word;
    std::string pending;  // a hyphen or apostrophe that belongs to the word if a letter follows
    const auto finish = [&] {
        tally.add_with_parts(word);
        word.clear();
        pending.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const CharacterAt here = character_from(text, at);
        at += here.bytes;
        const char32_t c = here.value;
        if (is_letter_kind(character_kind(c))) {
            word += pending;
            pending.clear();
            append_utf8(word, lower_case(c));
        } else if (!word.empty() && pending.empty() && (c == '-' || c == 0x2010 || c == 0x2011 || c == '\'')) {
            pending = c == '\'' ? "'" : "-";
        } else if (!word.empty()) {
            finish();
        }
    }
    finish();
}

}  // namespace

const WordAttestation::Witness* WordAttestation::find(const std::string& word) const {
    const auto known = words_.find(word);
    return known == words_.end() ? nullptr : &known->second;
}

WordAttestation attested_words(std::vector<std::string> questions, std::span<const std::string_view> texts,
                               const std::function<bool(const std::string&)>& known, unsigned threads,
                               const Work& work) {
    WordAttestation result;
    if (questions.empty()) return result;
    std::ranges::sort(questions);
    questions.erase(std::unique(questions.begin(), questions.end()), questions.end());
    HashFilter filter;
    WordTimes asked;
    for (const std::string& word : questions) {
        filter.set(word_hash(word) & 0xFFFF);
        asked.emplace(word, 0);
        result.words_[word].known = known && known(word);
    }
    std::mutex adding;
    WorkStep step(work, "counting words", texts.size());
    parallel_chunks(
        texts.size(), 64, threads,
        [&](std::size_t begin, std::size_t end) {
            WordTimes own = asked;
            WordTally tally(filter, own);
            for (std::size_t i = begin; i < end; ++i) count_asked_words(texts[i], tally);
            const std::scoped_lock lock(adding);
            for (const auto& [word, times] : own) {
                if (times > 0) result.words_[word].times += times;
            }
        },
        step);
    return result;
}

}  // namespace tarazy
