grant delete on curricula.taught to ${appRole};
