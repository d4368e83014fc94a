export { modelName } from '../../shared/model-name';
