#pragma once

#include "study/study_result.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tarazy {

// Propositions with their tests, and contradictions among analyses, as `results/study.json` holds them.

[[nodiscard]] nlohmann::ordered_json proposition_json(const JudgedProposition& proposition);
[[nodiscard]] nlohmann::ordered_json contradiction_json(const Contradiction& contradiction);

/// What these wrote. @throws std::exception of the JSON library when it is something else
[[nodiscard]] JudgedProposition proposition_from_json(const nlohmann::ordered_json& json);
[[nodiscard]] Contradiction contradiction_from_json(const nlohmann::ordered_json& json);

}  // namespace tarazy
