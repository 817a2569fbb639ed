#include "text/corpus/text_map.hpp"

#include <algorithm>
#include <cassert>

namespace tarazy {
namespace {

/// The run that holds the byte.
std::size_t map_run_at(const TextMap& map, std::size_t byte) {
    assert(byte < map.length);
    const auto behind = std::ranges::upper_bound(map.runs, byte, {}, &TextMap::Run::begin);
    return static_cast<std::size_t>(behind - map.runs.begin()) - 1;
}

}  // namespace

void TextMap::take(std::size_t source, std::size_t bytes) {
    if (bytes == 0) return;
    if (!runs.empty() && runs.back().verbatim && runs.back().source + runs.back().source_length == source) {
        runs.back().source_length += bytes;
    } else {
        runs.push_back({length, source, bytes, true});
    }
    length += bytes;
}

void TextMap::replace(std::size_t bytes, std::size_t source, std::size_t source_length) {
    if (bytes == 0) return;
    runs.push_back({length, source, source_length, false});
    length += bytes;
}

TextSpan TextMap::source_of(std::size_t byte) const {
    const Run& run = runs[map_run_at(*this, byte)];
    if (!run.verbatim) return {run.source, run.source + run.source_length};
    const std::size_t at = run.source + (byte - run.begin);
    return {at, at + 1};
}

TextSpan TextMap::source_of(const TextSpan& span) const {
    const TextSpan first = source_of(span.begin), last = source_of(span.end - 1);
    return {std::min(first.begin, last.begin), std::max(first.end, last.end)};
}

std::size_t TextMap::run_length(std::size_t run) const {
    return (run + 1 < runs.size() ? runs[run + 1].begin : length) - runs[run].begin;
}

TextMap composed(const TextMap& second, const TextMap& first) {
    TextMap map;
    for (std::size_t i = 0; i < second.runs.size(); ++i) {
        const TextMap::Run& run = second.runs[i];
        const std::size_t bytes = second.run_length(i);
        if (!run.verbatim) {
            // An empty source is a place: that of the byte in front of it.
            if (run.source_length > 0) {
                const TextSpan source = first.source_of(TextSpan{run.source, run.source + run.source_length});
                map.replace(bytes, source.begin, source.end - source.begin);
            } else {
                map.replace(bytes, first.length == 0 ? 0 : first.source_of(run.source == 0 ? 0 : run.source - 1).end,
                            0);
            }
            continue;
        }
        for (std::size_t done = 0; done < bytes;) {
            const std::size_t at = run.source + done, inner = map_run_at(first, at);
            const TextMap::Run& below = first.runs[inner];
            const std::size_t offset = at - below.begin,
                              most = std::min(bytes - done, first.run_length(inner) - offset);
            if (below.verbatim) {
                map.take(below.source + offset, most);
            } else {
                map.replace(most, below.source, below.source_length);
            }
            done += most;
        }
    }
    return map;
}

TextMap unchanged(std::size_t length) {
    TextMap map;
    map.take(0, length);
    return map;
}

}  // namespace tarazy
