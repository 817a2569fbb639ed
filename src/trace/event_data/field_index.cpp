#include "trace/event_data/field_index.hpp"

#include <algorithm>
#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tarazy {
namespace {

#ifdef __SSE2__
/// A bit for each of 64 bytes: is it this one?
[[gnu::always_inline]] inline std::uint64_t equal_bits(const char* bytes, __m128i wanted) {
    std::uint64_t bits = 0;
    for (int quarter = 0; quarter < 4; ++quarter) {
        const __m128i sixteen = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + 16 * quarter));
        const auto mask = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(sixteen, wanted)));
        bits |= static_cast<std::uint64_t>(mask) << (16 * quarter);
    }
    return bits;
}

/// Steps of 64 bytes as long as there are that many. @return bytes done
[[gnu::always_inline]] inline std::size_t index_steps(std::string_view rows, char delimiter, FieldIndex& index,
                                                      std::size_t& count) {
    const __m128i delimiters = _mm_set1_epi8(delimiter), line_feeds = _mm_set1_epi8('\n');
    std::size_t i = 0;
    for (; i + 64 <= rows.size(); i += 64) {
        // Room for the 64 of this step; growing by doubling, once for all blocks of a thread.
        if (index.ends.size() < count + 64) index.ends.resize(std::max<std::size_t>(2 * index.ends.size(), 1 << 14));
        const std::uint64_t lines = equal_bits(rows.data() + i, line_feeds);
        std::uint64_t all = equal_bits(rows.data() + i, delimiters) | lines;
        for (std::uint64_t rest = lines; rest != 0; rest &= rest - 1) {
            const auto before = static_cast<std::size_t>(std::popcount(all & ((rest & (~rest + 1)) - 1)));
            index.row_ends.push_back(static_cast<std::uint32_t>(count + before));
        }
        std::uint32_t* const ends = index.ends.data() + count;
        const auto found = static_cast<std::size_t>(std::popcount(all));
        const auto base = static_cast<std::uint32_t>(i);
        // Eight at a time, whether there are eight or not: what is written too much is written over, and the branch
        // depends on few outcomes. A bit search in zero gives 64, which nobody reads.
        for (std::size_t k = 0; k < found; k += 8) {
#pragma GCC unroll 8
            for (std::size_t j = 0; j < 8; ++j) {
                ends[k + j] = base + static_cast<std::uint32_t>(std::countr_zero(all));
                all &= all - 1;
            }
        }
        count += found;
    }
    return i;
}

std::size_t index_steps_anywhere(std::string_view rows, char delimiter, FieldIndex& index, std::size_t& count) {
    return index_steps(rows, delimiter, index, count);
}

/// The same, compiled for processors since 2013, which count and search bits in one instruction.
[[gnu::target("avx2,bmi,bmi2,popcnt")]] std::size_t index_steps_avx2(std::string_view rows, char delimiter,
                                                                     FieldIndex& index, std::size_t& count) {
    return index_steps(rows, delimiter, index, count);
}

bool has_avx2() {
    static const bool has = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                            __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
    return has;
}
#endif

void index_bytes(std::string_view rows, std::size_t from, char delimiter, FieldIndex& index, std::size_t& count) {
    for (std::size_t i = from; i < rows.size(); ++i) {
        if (rows[i] != delimiter && rows[i] != '\n') continue;
        if (rows[i] == '\n') index.row_ends.push_back(static_cast<std::uint32_t>(count));
        index.ends[count++] = static_cast<std::uint32_t>(i);
    }
}

/// Are we inside a quoted field? A quote opens a field at its beginning only, so that one inside a text (5" pipe) does
/// not swallow the rows behind it.
struct QuoteState {
    bool quoted = false, at_start = true;

    [[nodiscard]] bool ends_field(char c, char delimiter) {
        if (c == '"' && (at_start || quoted)) {
            quoted = !quoted;
            at_start = !quoted;  // the quote behind a closing one opens anew: "" inside a field
            return false;
        }
        at_start = !quoted && (c == delimiter || c == '\n');
        return at_start;
    }
};

}  // namespace

void index_fields(std::string_view rows, char delimiter, FieldIndex& index) {
    index.row_ends.clear();
    std::size_t count = 0, i = 0;
#ifdef __SSE2__
    i = has_avx2() ? index_steps_avx2(rows, delimiter, index, count)
                   : index_steps_anywhere(rows, delimiter, index, count);
#endif
    if (index.ends.size() < count + (rows.size() - i)) index.ends.resize(count + (rows.size() - i));
    index_bytes(rows, i, delimiter, index, count);
}

void index_quoted_fields(std::string_view rows, char delimiter, FieldIndex& index) {
    index.row_ends.clear();
    std::size_t count = 0;
    QuoteState state;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!state.ends_field(rows[i], delimiter)) continue;
        if (rows[i] == '\n') index.row_ends.push_back(static_cast<std::uint32_t>(count));
        if (count == index.ends.size()) index.ends.resize(std::max<std::size_t>(2 * count, 1 << 10));
        index.ends[count++] = static_cast<std::uint32_t>(i);
    }
}

std::size_t quoted_rows_end(std::string_view text, char delimiter) {
    std::size_t end = 0;
    QuoteState state;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (state.ends_field(text[i], delimiter) && text[i] == '\n') end = i + 1;
    }
    return end;
}

}  // namespace tarazy
