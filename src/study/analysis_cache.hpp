#pragma once

#include "study/method.hpp"
#include "study/study_result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// Name of an analysis' results in the cache: SHA-256 over the identity of the build, the method and its version, the
/// study's states, poles, years and seed, the parameters and the digests of the inputs.
/// @param inputs  role and SHA-256 of each file, in order
[[nodiscard]] std::string cache_key(const Method& method, const AnalysisPlan& plan,
                                    const std::vector<std::string>& inputs);

/// The tables kept under a key; nothing when there are none or the entry is damaged.
[[nodiscard]] std::optional<std::vector<ResultTable>> read_cache(const std::string& folder, const std::string& key);

/// Keeps tables under a key. A cache that cannot be written is no loss: the run goes on without.
/// @return false then
bool write_cache(const std::string& folder, const std::string& key, const std::vector<ResultTable>& tables);

/// Removes the entries of former runs that are not among `keys`.
void prune_cache(const std::string& folder, const std::vector<std::string>& keys);

}  // namespace tarazy
