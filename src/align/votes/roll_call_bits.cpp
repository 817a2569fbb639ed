#include "align/votes/roll_call_bits.hpp"

// The popcnt instruction is older than any machine still in use, but not part of plain x86-64; the compiler
// makes both versions and the loader picks one.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define TARAZY_POPCOUNT_VERSIONS __attribute__((target_clones("popcnt", "default")))
#else
#define TARAZY_POPCOUNT_VERSIONS
#endif

namespace tarazy {
namespace {

TARAZY_POPCOUNT_VERSIONS
std::int64_t common_bits(const std::uint64_t* a, const std::uint64_t* b, std::size_t words) {
    std::int64_t count = 0;
    for (std::size_t i = 0; i < words; ++i) count += __builtin_popcountll(a[i] & b[i]);
    return count;
}

/// Nine counts in one pass, so that each word is loaded once.
TARAZY_POPCOUNT_VERSIONS
void cross_tabulate(const std::uint64_t* a, const std::uint64_t* b, std::size_t words, std::int64_t* count) {
    for (std::size_t i = 0; i < words; ++i) {
        for (std::size_t x = 0; x < 3; ++x) {
            const std::uint64_t bits = a[x * words + i];
            for (std::size_t y = 0; y < 3; ++y) {
                count[x * 3 + y] += __builtin_popcountll(bits & b[y * words + i]);
            }
        }
    }
}

}  // namespace

RollCallBits::RollCallBits(const VoteData& votes, std::size_t begin, std::size_t end)
    : words_((end - begin + 63) / 64), planes_(votes.states.size() * 3 * words_), unanimous_(words_) {
    for (std::size_t call = begin; call < end; ++call) {
        const std::size_t word = (call - begin) / 64;
        const std::uint64_t bit = std::uint64_t{1} << ((call - begin) % 64);
        unsigned seen = 0;
        for (std::size_t state = 0; state < votes.states.size(); ++state) {
            const std::uint8_t cell = votes.cell(call, state);
            if (cell == VoteData::absent) continue;
            planes_[(state * 3 + cell - 1u) * words_ + word] |= bit;
            seen |= 1u << cell;
        }
        if (__builtin_popcount(seen) == 1) unanimous_[word] |= bit;
    }
}

VoteTable RollCallBits::joint_table(std::size_t state_a, std::size_t state_b) const {
    std::int64_t count[9] = {};
    cross_tabulate(plane(state_a, 0), plane(state_b, 0), words_, count);
    VoteTable table;
    for (std::size_t x = 0; x < 3; ++x) {
        for (std::size_t y = 0; y < 3; ++y) table.count[x][y] = count[x * 3 + y];
    }
    return table;
}

std::int64_t RollCallBits::unanimous(std::size_t state_a, std::size_t state_b) const {
    std::vector<std::uint64_t> both(words_);
    for (std::size_t i = 0; i < words_; ++i) {
        const auto voted_on = [&](std::size_t state) {
            return plane(state, 0)[i] | plane(state, 1)[i] | plane(state, 2)[i];
        };
        both[i] = voted_on(state_a) & voted_on(state_b);
    }
    return common_bits(both.data(), unanimous_.data(), words_);
}

bool RollCallBits::unanimous(std::size_t roll_call) const {
    return ((unanimous_[roll_call / 64] >> (roll_call % 64)) & 1u) != 0;
}

bool RollCallBits::voted(std::size_t state) const {
    for (std::size_t i = 0; i < 3 * words_; ++i) {
        if (plane(state, 0)[i] != 0) return true;
    }
    return false;
}

}  // namespace tarazy
