#include "text/topics/topic_matching.hpp"

#include <limits>
#include <utility>

namespace tarazy {

std::vector<std::size_t> best_assignment(const std::vector<double>& gain, std::size_t n) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    // Dual prices of rows and columns; place 0 stands for "none", so that rows and columns count from 1.
    std::vector<double> row_price(n + 1), column_price(n + 1);
    std::vector<std::size_t> row_of_column(n + 1), came_from(n + 1);
    for (std::size_t row = 1; row <= n; ++row) {
        row_of_column[0] = row;
        std::vector<double> shortest(n + 1, infinite);
        std::vector<bool> visited(n + 1);
        std::size_t column = 0;
        do {
            visited[column] = true;
            const std::size_t current = row_of_column[column];
            double step = infinite;
            std::size_t next = 0;
            for (std::size_t j = 1; j <= n; ++j) {
                if (visited[j]) continue;
                const double reduced = -gain[(current - 1) * n + j - 1] - row_price[current] - column_price[j];
                if (reduced < shortest[j]) {
                    shortest[j] = reduced;
                    came_from[j] = column;
                }
                if (shortest[j] < step) {
                    step = shortest[j];
                    next = j;
                }
            }
            for (std::size_t j = 0; j <= n; ++j) {
                if (visited[j]) {
                    row_price[row_of_column[j]] += step;
                    column_price[j] -= step;
                } else {
                    shortest[j] -= step;
                }
            }
            column = next;
        } while (row_of_column[column] != 0);
        while (column != 0) {
            row_of_column[column] = row_of_column[came_from[column]];
            column = came_from[column];
        }
    }
    std::vector<std::size_t> assigned(n);
    for (std::size_t j = 1; j <= n; ++j) assigned[row_of_column[j] - 1] = j - 1;
    return assigned;
}

}  // namespace tarazy
