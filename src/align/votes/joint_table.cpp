#include "align/votes/joint_table.hpp"

#include <cmath>
#include <cstdlib>

namespace tarazy {
namespace {

std::int64_t apart(int a, int b, Distance distance) {
    const std::int64_t steps = std::abs(a - b);
    switch (distance) {
        case Distance::nominal: return steps == 0 ? 0 : 1;
        case Distance::absolute: return steps;
        case Distance::squared: return steps * steps;
    }
    return steps;
}

template <int K>
std::int64_t disagreement(const JointTable<K>& table, Distance distance) {
    std::int64_t sum = 0;
    for (int a = 0; a < K; ++a) {
        for (int b = 0; b < K; ++b) sum += apart(a, b, distance) * table.count[a][b];
    }
    return sum;
}

template <int K>
struct Margins {
    std::array<std::int64_t, K> rows{};
    std::array<std::int64_t, K> columns{};
};

template <int K>
Margins<K> margins(const JointTable<K>& table) {
    Margins<K> sums;
    for (int a = 0; a < K; ++a) {
        for (int b = 0; b < K; ++b) {
            sums.rows[a] += table.count[a][b];
            sums.columns[b] += table.count[a][b];
        }
    }
    return sums;
}

template <int K>
std::int64_t expected(const std::array<std::int64_t, K>& p, const std::array<std::int64_t, K>& q, Distance distance) {
    std::int64_t sum = 0;
    for (int a = 0; a < K; ++a) {
        for (int b = 0; b < K; ++b) sum += apart(a, b, distance) * p[a] * q[b];
    }
    return sum;
}

double ratio(std::int64_t over, std::int64_t under) {
    return static_cast<double>(over) / static_cast<double>(under);
}

/// Pairs of items that fall into one category.
template <int K>
std::int64_t tied_pairs(const std::array<std::int64_t, K>& margin) {
    std::int64_t pairs = 0;
    for (const std::int64_t m : margin) pairs += m * (m - 1) / 2;
    return pairs;
}

}  // namespace

template <int K>
std::int64_t JointTable<K>::total() const {
    std::int64_t sum = 0;
    for (const auto& row : count) {
        for (const std::int64_t n : row) sum += n;
    }
    return sum;
}

template <int K>
std::optional<double> s_score(const JointTable<K>& table, Distance distance) {
    const std::int64_t n = table.total();
    if (n == 0) return std::nullopt;
    return 1 - ratio(2 * disagreement(table, distance), apart(0, K - 1, distance) * n);
}

template <int K>
std::optional<double> weighted_kappa(const JointTable<K>& table, Distance distance) {
    const Margins<K> sums = margins(table);
    const std::int64_t by_chance = expected<K>(sums.rows, sums.columns, distance);
    if (by_chance == 0) return std::nullopt;
    return 1 - ratio(table.total() * disagreement(table, distance), by_chance);
}

template <int K>
std::optional<double> weighted_pi(const JointTable<K>& table, Distance distance) {
    const Margins<K> sums = margins(table);
    std::array<std::int64_t, K> both{};
    for (int a = 0; a < K; ++a) both[a] = sums.rows[a] + sums.columns[a];
    const std::int64_t by_chance = expected<K>(both, both, distance);
    if (by_chance == 0) return std::nullopt;
    return 1 - ratio(4 * table.total() * disagreement(table, distance), by_chance);
}

template <int K>
std::optional<double> tau_b(const JointTable<K>& table) {
    std::int64_t concordant = 0, discordant = 0;
    for (int a = 0; a < K; ++a) {
        for (int b = 0; b < K; ++b) {
            for (int higher = a + 1; higher < K; ++higher) {
                for (int other = 0; other < K; ++other) {
                    const std::int64_t pairs = table.count[a][b] * table.count[higher][other];
                    if (other > b) concordant += pairs;
                    if (other < b) discordant += pairs;
                }
            }
        }
    }
    const Margins<K> sums = margins(table);
    const std::int64_t n = table.total();
    const std::int64_t all = n * (n - 1) / 2;
    const std::int64_t untied_rows = all - tied_pairs<K>(sums.rows);
    const std::int64_t untied_columns = all - tied_pairs<K>(sums.columns);
    if (untied_rows == 0 || untied_columns == 0) return std::nullopt;
    return static_cast<double>(concordant - discordant) /
           std::sqrt(static_cast<double>(untied_rows) * static_cast<double>(untied_columns));
}

template <int K>
std::optional<double> agree_exact(const JointTable<K>& table) {
    const std::int64_t n = table.total();
    if (n == 0) return std::nullopt;
    return ratio(n - disagreement(table, Distance::nominal), n);
}

std::optional<double> agree_lijphart(const VoteTable& table) {
    return agree_voeten(table, 0);
}

std::optional<double> agree_voeten(const VoteTable& table, std::int64_t unanimous) {
    const std::int64_t n = table.total() - unanimous;
    if (n == 0) return std::nullopt;
    // Agreement loses half a point a step apart; unanimous roll calls lose nothing and are left out of n.
    return ratio(2 * n - disagreement(table, Distance::absolute), 2 * n);
}

std::optional<double> agree_noabst(const VoteTable& table) {
    const std::int64_t same = table.count[0][0] + table.count[2][2];
    const std::int64_t n = same + table.count[0][2] + table.count[2][0];
    if (n == 0) return std::nullopt;
    return ratio(same, n);
}

BinaryTable binary(const TieTable& table) {
    BinaryTable result;
    for (int a = 0; a < 4; ++a) {
        for (int b = 0; b < 4; ++b) result.count[a > 0][b > 0] += table.count[a][b];
    }
    return result;
}

template struct JointTable<2>;
template struct JointTable<3>;
template struct JointTable<4>;

#define TARAZY_FOR_CATEGORIES(K)                                                   \
    template std::optional<double> s_score(const JointTable<K>&, Distance);        \
    template std::optional<double> weighted_kappa(const JointTable<K>&, Distance); \
    template std::optional<double> weighted_pi(const JointTable<K>&, Distance);    \
    template std::optional<double> tau_b(const JointTable<K>&);                    \
    template std::optional<double> agree_exact(const JointTable<K>&);
TARAZY_FOR_CATEGORIES(2)
TARAZY_FOR_CATEGORIES(3)
TARAZY_FOR_CATEGORIES(4)
#undef TARAZY_FOR_CATEGORIES

}  // namespace tarazy
