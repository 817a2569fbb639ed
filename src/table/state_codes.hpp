#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Membership of a state system, both days included.
struct SystemSpell {
    std::string first;  ///< YYYY-MM-DD
    std::string last;   ///< YYYY-MM-DD; empty = still a member when the list was closed (COW 2016, Gleditsch-Ward 2020)
};

/// A state during a time in which its codes did not change. Russia is three of them (to 1922, Soviet Union, since
/// 1991), since the ISO code changed while COW and Gleditsch-Ward kept 365.
///
/// Our own compilation (src/table/state_codes.csv) of the facts in: Correlates of War Project, State System
/// Membership, v2016; Gleditsch & Ward 1999, "A revised list of the independent states since the Congress of
/// Vienna", list to 2020 with the microstates; ISO 3166-1 and 3166-3. Spellings of other lists are added from
/// src/table/state_aliases.csv.
struct State {
    std::optional<int> cow;               ///< Correlates of War number
    std::string cow_abb;                  ///< Correlates of War abbreviation
    std::optional<int> gw;                ///< Gleditsch-Ward number
    std::string iso2, iso3;               ///< ISO 3166-1; empty where there is none
    std::vector<std::string> former_iso;  ///< withdrawn ISO codes of the same state (ZAR for Congo)
    std::string name_en, name_ru, name_kk;
    std::vector<std::string> other_names;  ///< further and former names, any language, and those of the aliases
    std::vector<SystemSpell> cow_spells, gw_spells;
    std::string note;                   ///< what to know before using the codes; often empty
    std::vector<std::string> doubtful;  ///< columns that we could not check against a second source
};

enum class StateScheme { cow, cow_abb, gw, iso2, iso3, name };

/// In the order of the numbers. The table lives as long as the program; pointers into it stay valid.
[[nodiscard]] std::span<const State> all_states();

/// The state that a code or name means in a year. Codes are used before and after the membership of a system
/// (Ukraine voted in the United Nations from 1946, COW lists it from 1991), so the row nearest in time answers:
/// first a state that is in its system on 31 December of the year, then one that was in it on some day of the year,
/// then the nearest spell. Without a year, the latest. ISO codes are also found by their withdrawn forms; names by any
/// of their forms (see `states_named`).
/// @return nullptr when no state has the code or name. O(length of the text).
[[nodiscard]] const State* find_state(std::string_view text, StateScheme scheme,
                                      std::optional<int> year = std::nullopt);

/// The state that is in the COW system under this number at some time of the year (the later of two), else nullptr.
[[nodiscard]] const State* state_by_cow(int cow, int year);

/// COW number of an ISO 3166 alpha-3 code (upper case) in a year, as `find_state` chooses: DEU is 260 to 1989 and 255
/// from 1990, RUS and SUN 365, YUG and SRB 345. Nothing for states outside the COW system (PSE).
[[nodiscard]] std::optional<int> cow_of_iso3(std::string_view iso3, int year);

/// ISO 3166 alpha-3 code of a COW number in a year: 365 is SUN to 1990 and RUS from 1991. Nothing where ISO has no
/// code (Zanzibar, 511). Renamed states have today's code throughout (490 is COD, also when it was ZAR).
[[nodiscard]] std::optional<std::string> iso3_of_cow(int cow, int year);

/// How a state is called in a scheme: "365", "RUS", "Russia"; empty where the scheme does not have it.
[[nodiscard]] std::string code_of(const State& state, StateScheme scheme);

/// Is the state in the COW (or Gleditsch-Ward) system at some time of the year?
[[nodiscard]] bool in_cow_system(const State& state, int year);
[[nodiscard]] bool in_gw_system(const State& state, int year);

}  // namespace tarazy
